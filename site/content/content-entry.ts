import type { Collection, ContentData } from '../catalogue/collections.ts';

/** One content file that fits its schema. */
export interface ContentEntry<C extends Collection> {
  /** The file's name without folder and ending. */
  id: string;
  /** The facts, with English names: `{ title: 'Детский сад', level: 'municipal', … }`. */
  data: ContentData<C>;
  /** The text below the facts, in Markdown; empty if the whole file is YAML. */
  body: string;
  /** Changes with the text of the file. */
  hash: string;
}
