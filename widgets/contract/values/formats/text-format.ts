/** A text that was read: its value, or the code of what is wrong with it. */
export type ReadText = { value: string } | { fault: string };

/**
 * What a line of text has to be: an ОГРН, a sum of money. Widget and portal read it the same way. A form fetches only the formats that it asks
 * for, so the words of its mistakes stand here too.
 */
export interface TextFormat {
  /** The keyboard of a telephone; that of letters without it. */
  inputmode?: 'numeric' | 'decimal';
  /** Reads a cleaned text that is not empty. A value that was read is read as itself. */
  read: (text: string) => ReadText;
  /** Writes a value as people read it. Without it they read the value. */
  readable?: (value: string) => string;
  /** What was probably meant, to accept by one tap; it is offered only where it can be read. */
  meant?: (text: string) => string | undefined;
  /** Russian texts of mistakes by their codes; `required` where nothing was typed. */
  ru: Readonly<Record<string, string>>;
  /** The same in English. */
  en: Readonly<Record<string, string>>;
}
