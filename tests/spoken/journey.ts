import type { Listener } from './listener.ts';

/** A whole journey of a citizen who hears a page, and has a keyboard. */
export interface Journey {
  /** Name of the journey and of its log. */
  name: string;
  /** Address of its page below the catalogue. Called before the browser starts. */
  page: () => Promise<string> | string;
  /** What she does and hears. */
  take: (listener: Listener) => Promise<void>;
}

/** The last words of each page of the catalogue: Orca reads a page from its top. */
export const LAST_WORDS = 'Нашли ошибку — позвоните.';
