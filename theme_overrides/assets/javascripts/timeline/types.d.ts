// What the modules hand to each other. No browser fetches this file: `tsc` reads it beside their JSDoc.

// Time and place

/** The day at pixel 0, and pixels a day. */
export interface View {
  day: number;
  perDay: number;
}

export interface Limits {
  from: number;
  to: number;
}

/** From one day to another, counted since 1970. */
export type Span = [from: number, to: number];

export interface Point {
  x: number;
  y: number;
}

export interface Tick {
  day: number;
  label: string;
}

export interface Ticks {
  minor: Tick[];
  /** Each label in shorter forms, too, the longest first. */
  major: (Tick & { forms: string[] })[];
}

/** A label of the axis: where its words begin along, and the pixels that they take. */
export interface TickWords {
  x: number;
  words: string;
  width: number;
}

/** What the axis shows: where its ticks are along, and the labels that have room. */
export interface AxisWords {
  lines: number[];
  minor: TickWords[];
  major: TickWords[];
}

// What is fetched; generator/outputs/formats/ writes it

export type Named = [id: string, label: string];

export interface DataSets {
  sets: number[][];
  of: number[];
}

export interface Storyline {
  id: string;
  title: string;
  eras: Era[];
  /** Rows. */
  tour: number[];
  /** What its author has chosen to be shown at first. */
  view: Span | null;
}

/** Days; an era that has not ended has no last one. */
export type Era = [title: string, from: number, to: number | null];

/** data/timeline.json, by drawing.py. */
export interface Data {
  version: number;
  count: number;
  chunk: number;
  today: number;
  statuses: Named[];
  relationKinds: string[];
  relationWords: [word: string, inverse: string][];
  groups: string[];
  /** Each with the number of its group, or -1. */
  kinds: [id: string, label: string, colour: string, group: number][];
  storylines: Storyline[];
  actors: Named[];
  places: Named[];
  outlets: [id: string, label: string, country: number][];
  countries: Named[];
  languages: Named[];
  start: number[];
  far: [row: number, start: number][];
  span: number[];
  shape: number[];
  importance: string;
  status: string;
  kind: number[];
  known: number[];
  earlier: [row: number, current: number, until: number][];
  awaited: [row: number, due: number, answered: number | null][];
  storylineSets: DataSets;
  actorSets: DataSets;
  placeSets: DataSets;
  outletSets: DataSets;
  languageSets: DataSets;
  origins: string;
  verified: string;
  /** Reports by column, of rows in order; drawing.py says how. */
  later: {
    rows: number[];
    again: string;
    after: number[];
    language: number[];
    origin: number[];
    quoted: string;
  };
  relations: { from: number[]; back: number[]; kind: string };
  labels: [row: number, title: string, date: string][];
}

/** What is told of a row; drawing_text.py says what each field holds. */
export type Text = {
  id: string;
  title: string;
  date: string;
  summary: string;
  notes: string;
  origins: number | null;
  outlets: string;
  quote: string;
  quoteLanguage: string;
  source: string;
  quoted: number;
  settled: number | null;
};

/** What stands over a mark. */
export type Heading = Pick<Text, 'title' | 'date'>;

/** data/timeline/text-….json: the fields of Text, each a column. */
export type TextColumns = { [Field in keyof Text]: Text[Field][] };

/** A pattern, or patterns by the form that the number `by` asks for. */
export type Message = string | Record<string, string>;

export interface Words {
  language: string;
  messages: Record<string, Message>;
}

// What it becomes

export interface Option {
  id: string;
  label: string;
}

/** Options, sets of them, and which set each row has. */
export interface Facet {
  options: Option[];
  sets: number[][];
  of: Uint32Array;
}

/** By name. */
export type Facets = Record<string, Facet>;

/** A report of a row, so many days after the row was known; an origin below 0 counts as none. */
export interface Report {
  after: number;
  outlet: number;
  language: number;
  origin: number;
  quoted: number;
}

/** The data as typed arrays, parallel to the rows. */
export interface Columns {
  count: number;
  chunk: number;
  today: number;
  start: Float64Array;
  end: Float64Array;
  known: Float64Array;
  until: Float64Array;
  current: Uint32Array;
  rows: Map<number, number[]>;
  shape: Uint8Array;
  dated: Uint8Array | null;
  importance: Uint8Array;
  status: Uint8Array;
  statuses: string[];
  relationKinds: string[];
  relationWords: [word: string, inverse: string][];
  relations: Int32Array;
  storylines: Storyline[];
  awaited: Map<number, { due: number; answered: number }>;
  later: Map<number, Report[]>;
  countryOf: number[];
  /** Of marks, by kind: a group has one. */
  kindColours: string[];
  groups: string[];
  /** By kind, -1 where it is in none. */
  groupOf: number[];
  labels: Map<number, Heading>;
  facets: Facets;
}

/** What of a row's text may be told. */
export interface Told {
  quote: boolean;
  all: boolean;
}

export interface Texts {
  get(i: number): Text | null;
  title(i: number): string | undefined;
  heading(i: number, fetching: boolean): Heading | null;
  asked(): Promise<unknown>;
  fetching(): boolean;
  whole(): Promise<unknown>;
  ready(i: number): Promise<Text | null>;
  find(id: string, guess: number): Promise<number | null>;
  match(query: string, day: number | null): Uint8Array;
}

// The state, and what follows from it

/** The ids that are chosen, by facet. */
export type Choice = Record<string, Set<string>>;

export interface State {
  lanes: string;
  choice: Choice;
  q: string;
  known: number | null;
  relations: boolean;
}

/** What an address holds. */
export interface Address extends State {
  range: Span | null;
  event: string | null;
  /** The id of a step's event, or `off` where a tour that begins open is closed. */
  tour: string | null;
}

export interface Lanes {
  count: number;
  names: string[];
  of(i: number): number[];
}

/** What filters leave, and what each option would, by facet. */
export interface Filtered {
  mask: Uint8Array;
  total: number;
  counts: Record<string, Uint32Array>;
}

/** Of rows that have a day: where they begin, end, and are last seen, each in order, and what else is known of each. */
export interface Found {
  starts: Float64Array;
  startLasts: Float64Array;
  lastStarts: Float64Array;
  ends: Float64Array;
  lasts: Float64Array;
  startMarks: Uint8Array;
  endMarks: Uint8Array;
}

/** What lies far off: how many, and from when to when. */
export interface Far {
  count: number;
  from: number;
  to: number;
}

/** All that the page is about: where most of it is, with air, and what lies far before and after that. */
export interface Story {
  span: Span;
  before: Far | null;
  after: Far | null;
  mask: Uint8Array;
  landmarks: Float64Array;
}

export interface Model extends Filtered {
  columns: Columns;
  /** What the author has chosen as the first view. */
  chosen: Span | null;
  story: Story;
  facetNames: string[];
  scopeTotal: number;
  isInScope(i: number): boolean;
  buffers: Buffers;
  days: Float64Array;
  alive: Uint8Array;
  filtered: Uint8Array | null;
  linked: number[] | null;
  lanes: Lanes;
  version: number;
  state: State;
  readonly drawn: Uint8Array;
  /** The same in order. */
  readonly found: Found;
  readonly relations: number[];
  overdue(i: number): boolean;
  present(i: number): number | null;
  tells(i: number, text: Pick<Text, 'quoted' | 'settled'>): Told;
  set(change: Partial<State>, quick?: boolean): void;
  eras(): Era[];
  arcs(row: number | null, seen: (i: number) => boolean): number[];
  extent(): Span;
  span(what: string): Span;
  within(from: number, to: number): number[];
  neighbour(i: number | null, step: number): number | null;
}

/** Kinds that the legend shows as one; what no colour stands for has none. */
export interface LegendEntry {
  label: string;
  colour: string | null;
  kinds: number[];
}

// What is drawn

/** What outlives a frame of the layout. */
export interface Buffers {
  ranked: Uint32Array;
  rank: Uint32Array;
  longs: number[];
  visible: Uint32Array;
  placed: Uint32Array;
  frame: number;
}

export interface LayoutInput {
  columns: Columns;
  buffers: Buffers;
  mask: Uint8Array;
  view: View;
  /** Of the axis, in pixels. */
  length: number;
  lanes: Lanes;
  /** Of labels, in each lane. */
  rows: number;
  /** Of marks, in each lane. */
  levels: number;
  /**
   * The pixels that a label's text takes: at the least, as usual and, for one that is cut, where `all` are asked for,
   * what else may be tried; null without its text, which is worth fetching where `few` are visible.
   */
  extent(i: number, few: boolean, all?: boolean): { blocks: { width: number; cut?: boolean }[] } | null;
}

/** A block of text from one pixel to another, and the stem to its mark; `left` if it stands before the stem. */
export interface Flag {
  i: number;
  x: number;
  from: number;
  to: number;
  left: boolean;
  stem: boolean;
  /** Which of its text's blocks. */
  block: number;
}

/** Flags and the row of each, counted from the axis. */
export interface Rows {
  readonly flags: Flag[];
  readonly rows: number[];
  /** Place a flag, or say that it has no place. */
  place(flag: Flag): boolean;
  /** Give a flag another place if one is free, in its row or in the lowest that is; once all are placed. */
  widen(number: number, place: Pick<Flag, 'from' | 'to' | 'left'>, stay: boolean): boolean;
  /** Let each sink as low as those below it allow; once all are placed. */
  settle(): void;
}

/** A flag in its lane and row, the level of its mark, and where its time begins and ends along. */
export interface Label extends Flag {
  lane: number;
  row: number;
  level: number;
  start: number;
  end: number;
}

/** A dense stretch; its rows, where they are few. */
export interface Cell {
  lane: number;
  from: number;
  to: number;
  count: number;
  items: number[] | null;
  levels: number[];
}

export interface Scene {
  labels: Label[];
  cells: Cell[];
}

export interface Geometry {
  /** Between them lie the lanes. */
  top: number;
  bottom: number;
  /** Where the axis begins. */
  axis: number;
  /** Of relations, below the marks of each lane. */
  tracks: number;
  laneDepth: number;
  rowDepth: number;
  rows: number;
  /** Of a title. */
  lines: number;
  levels: number;
  laneAt(lane: number): number;
  rowAt(lane: number, row: number): number;
  tickAt(lane: number): number;
  stripAt(lane: number, level?: number): number;
  trackAt(lane: number, track: number): number;
}

/** Where an event's mark is. */
export interface Spot extends Point {
  lane: number;
}

/** What moves from where it was expected to where it is expected now: two rows, and how far it is. */
export interface Flight {
  from: number;
  to: number;
  share: number;
}

/** Of the key of relations: a line of a kind, or words alone. */
export interface KeyEntry {
  kind: string | null;
  words: string;
  size: number;
}

/** A relation's way below the marks: a row, and the one that it names. */
export interface Route {
  kind: string;
  from: number;
  to: number;
  /** Upright and level lines from the row to the one that it names, broken where they would strike words. */
  parts: Point[][];
}

export interface Area {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** What a pointer can hit: an event, with its mark's place, or a count. */
export type Box =
  | (Area & { i: number; px: number; py: number; cell?: undefined })
  | (Area & { cell: Cell; i?: undefined });

/** A token of the page's stylesheet, without its prefix. */
export type Token =
  | 'ink'
  | 'soft'
  | 'rule'
  | 'paper'
  | 'raised'
  | 'accent'
  | 'warn'
  | 'serif'
  | 'sans'
  | 'veil'
  | 'hatch'
  | 'era-a'
  | 'era-b'
  | 'rel-follows'
  | 'rel-part-of'
  | 'rel-caused-by'
  | 'rel-fulfils'
  | 'rel-contradicts'
  | 'rel-supersedes';

/** Colours and type by token, and a kind's colour as the page's scheme asks for it. */
export type Theme = Record<Token, string> & { tint(colour: string): string };

/** As much of a canvas's context as the timeline draws with; svg.js has it, too. */
export type Context = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textBaseline'
  | 'direction'
  | 'globalAlpha'
  | 'clearRect'
  | 'fillRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'bezierCurveTo'
  | 'rect'
  | 'setLineDash'
  | 'stroke'
  | 'strokeText'
  | 'fillText'
> & {
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  roundRect(x: number, y: number, w: number, h: number, radius: number): void;
  fill(): void;
  measureText(text: string): { width: number };
  createLinearGradient(x1: number, y1: number, x2: number, y2: number): CanvasGradient;
  toString(): string;
};

export interface Line {
  words: string;
  width: number;
  fromRight: boolean;
}

/** A date over the lines of a title, and the widest of them. */
export interface TextBlock {
  date: Line;
  lines: Line[];
  width: number;
  /** Whether an ellipsis stands for some of it. */
  cut: boolean;
}

/** How a label is set: at the least and usually so wide, and in so many lines at the most. */
export interface LabelLook {
  font: string;
  dateFont: string;
  widths: [narrow: number, usual: number];
  widest: number;
  most: number;
}

/**
 * A label's text, first as narrow as it may be, then as usual, then in any order what else may be tried; `fromRight` is
 * how its title runs.
 */
export interface LabelText {
  blocks: TextBlock[];
  font: string;
  dateFont: string;
  fromRight: boolean;
}

/** All that one drawing needs. */
export interface Frame {
  columns: Columns;
  scene: Scene;
  geo: Geometry;
  view: View;
  width: number;
  height: number;
  length: number;
  theme: Theme;
  lanes: Lanes;
  /** Rows of the earlier dates of the event in focus. */
  ghosts: number[];
  flights: Flight[];
  /** What draws both; null where there are none, or while it is on its way. */
  moved: typeof import('./ghosts.js') | null;
  /** What draws relations; null where there are none, or while it is on its way. */
  related: typeof import('./relations.js') | null;
  routes: Route[];
  /** Relations that would have been drawn, had they not been too many. */
  omitted: number;
  eras: Era[];
  focus: number | null;
  ticks: AxisWords;
  today: number;
  known: number | null;
  /** What fades the days after that; null while it is on its way. */
  veil: typeof import('./veil.js') | null;
  place(i: number): Spot;
  text(i: number, few?: boolean, all?: boolean): LabelText | null;
  /** In words; empty while they are on their way. */
  date(i: number): string;
  colour(i: number): string;
  overdue(i: number): boolean;
}

// The parts on the page

export interface Stage {
  /** As long as `perDay` is 0 there is none yet, and nothing is drawn. */
  view: View;
  width: number;
  height: number;
  /** Pixels of the canvas for each of the page; 0 where nobody sees it, and it is not drawn. */
  ratio: number;
  theme: Theme;
  focus: number | null;
  selected: number | null;
  boxes: Box[];
  pending: number;
  readonly motion: Motion;
  readonly length: number;
  limits(): Limits;
  /** Whether the view has moved: at a limit it does not. */
  set(view: View): boolean;
  pan(pixels: number): boolean;
  zoomed(factor: number, pixel?: number): View;
  zoom(factor: number, pixel?: number): boolean;
  fit(from: number, to: number, margin?: number): View;
  range(): Span;
  resize(width: number, height: number, ratio?: number): void;
  restyle(next: Theme): void;
  redraw(): void;
  draw(): void;
  frame(on: Context): Frame;
  hit(x: number, y: number): Box | undefined;
  /** Whether something to draw with is still on its way. */
  fetching(): boolean;
  /** Wait for that. */
  asked(): Promise<unknown>;
  /** Follow the state; `quick` while the story plays. */
  update(quick: boolean): void;
}

export interface Motion {
  stop(): void;
  running(): boolean;
  fly(to: View, time?: number): void;
  glide(velocity: number): void;
}

export interface Card {
  show(i: number, at: Point, width: number): void;
  hide(): void;
}

export interface Panel {
  element: HTMLElement;
  open(i: number): Promise<void>;
  /** Show some events by their titles, each of which opens. */
  list(rows: number[]): Promise<void>;
  hide(): void;
}

/** What follows the state; `quick` while the story plays. */
export interface Follower {
  update(quick: boolean): void;
}

/** What the controller keeps in step. */
export interface Controlled {
  model: Model;
  stage: Stage;
  texts: Texts;
  chosen: { select(i: number | null, go?: boolean, step?: boolean): Promise<void> };
  tour: {
    take(words: string | null, row: number | null): Promise<number | null>;
    written(): string | null;
    show(): void;
  };
  views: Follower[];
  /** Whether nothing that matches is in view, though something does. */
  lost(): boolean;
}

/** What controls can do. */
export interface Actions {
  choose(choice: Choice): void;
  known(known: number | null, playing: boolean): void;
  lanes(lanes: string): void;
  search(q: string): Promise<void>;
  clear(): void;
  relations(relations: boolean): void;
  zoom(factor: number): void;
  show(what: string): void;
  share(what: string): Promise<string>;
}

/** What share.js takes away, and from where. */
export interface Shared {
  stage: Stage;
  model: Model;
  texts: Texts;
  scope: string;
  embed: string;
}

declare global {
  interface Window {
    /** Material's, with instant navigation: calls back with every page. */
    document$?: { subscribe(next: () => void): void };
    /** On a phone, when the page can be read; preload.js makes it. */
    datelineShown?: Promise<void>;
    __md_scope: URL;
    __md_hash(text: string): number;
    // biome-ignore lint/suspicious/noExplicitAny: whatever was kept as JSON
    __md_get(key: string, storage?: Storage, scope?: URL): any;
    __md_set(key: string, value: unknown, storage?: Storage, scope?: URL): void;
  }
}
