// What the search says to whoever shows it. The index is fetched by need, never before the first call of find().

export type Kind = 'event' | 'quote' | 'actor' | 'outlet' | 'place' | 'storyline' | 'page';

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

export interface FinderOptions {
  /** The site's root, absolute or relative to the page, ending in '/'. */
  base: string;
  /** The browser's fetch, or one like it. */
  fetch: typeof fetch;
}

/** `createFinder` of ./finder.js */
export type CreateFinder = (options: FinderOptions) => Finder;
