// What the search says to whoever shows it. The index is fetched by need, never before the first call of find().

export type Kind = 'event' | 'quote' | 'actor' | 'outlet' | 'place' | 'storyline' | 'article' | 'page';

/** Part of a text to mark, as [start, end) in its UTF-16 units; sorted, not overlapping. */
export type Mark = [number, number];

export interface Hit {
  kind: Kind;
  /** Of the record; a quote's is its event's; a page's is its address. */
  id: string;
  title: string;
  /** Relative to the site's root (`base`). */
  href: string;
  /** The date in words, or ''. */
  date: string;
  excerpt: { text: string; marks: Mark[] };
  titleMarks: Mark[];
}

export interface Query {
  /** Only these kinds; all when empty or absent. */
  kinds?: string[];
  /** Only what is of this year (events and quotes). */
  year?: number;
  /** Only what belongs to this storyline, by its id (events and quotes, and the storyline itself). */
  storyline?: string;
  /** At most so many hits; 10 when absent. */
  limit?: number;
}

export interface Found {
  hits: Hit[];
  /** How many match with all filters; a floor when `more` is true. */
  total: number;
  /** How many would match with only that kind (the other filters hold), by kind. */
  kinds: Record<string, number>;
  /** Likewise by year ("2025") and by storyline's id. */
  years: Record<string, number>;
  storylines: Record<string, number>;
  /** The titles of those storylines of which it would leave the most, by their ids. */
  titles: Record<string, string>;
  /** Whether every word of the text is in the hits; false when only most are. */
  whole: boolean;
  /** Whether the counts are of the best only: the text is so short that nearly everything matches. */
  more: boolean;
}

export interface Finder {
  /**
   * Find what a text names; its last word may be a beginning.
   * @throws Error with a clear message when a file of the index is missing or broken
   */
  find(text: string, query?: Query): Promise<Found>;
}

/** The browser's fetch, or one like it. */
export type Fetch = (address: string) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;

export interface FinderOptions {
  /** The site's root, absolute or relative to the page, ending in '/'. */
  base: string;
  fetch: Fetch;
  /** What addresses of pages end in: '/', or '.html' where pages have no folders of their own. */
  suffix?: string;
}

/** `createFinder` of ./finder.js */
export type CreateFinder = (options: FinderOptions) => Finder;

/** What is inside: the numbers of documents that have a word among their names, and that have it elsewhere only. */
export type Postings = [number[], number[]];

/** data/find.json */
export interface Root {
  version: number;
  files: number;
  spellings: number;
  key: number;
  ending: number;
  spelt: number;
  /** Name, how many, how many share a file; documents are numbered kind by kind. */
  kinds: [Kind, number, number][];
  /** A digit for each document but quotes, which have that of their event. */
  weights: string;
  /** How many quotes each event has. */
  quotes: number[];
  /** Runs of events of one year. */
  years: [number | null, number][];
  storylines: string[];
  sets: number[][];
  of: number[];
}

/** Id, title, date, text, and the place on the page; the empty ends are left out. */
export type Shown = [string?, string?, string?, string?, string?];

export interface Store {
  root(): Promise<Root>;
  exact(word: string): Promise<Postings>;
  /** Words that begin so; of a short beginning all their documents together. */
  beginning(word: string): Promise<[string, Postings][]>;
  /** Words that begin like this one. */
  beside(word: string): Promise<string[]>;
  /** Words that end like this one. */
  endingLike(word: string): Promise<string[]>;
  shown(kind: Kind, number: number): Promise<Shown>;
}

/** What is known of every document, in typed arrays by its number. */
export interface Documents {
  count: number;
  kinds: { kind: Kind; first: number; count: number }[];
  kind: Uint8Array;
  weight: Uint8Array;
  /** The event of an event or of a quote, by its number; -1 of others. */
  event: Int32Array;
  /** By event. */
  year: (number | null)[];
  storylines: string[];
  sets: number[][];
  of: number[];
}

/** What the search box can be asked. */
export interface Box {
  /** Show what it finds of the words that stand in it. */
  open(): void;
}
