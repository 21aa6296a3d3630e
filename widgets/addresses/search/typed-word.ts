import { editsToPrefix } from '../../text/edits.ts';
import { LetterSet } from '../../text/letter-set.ts';
import type { WordIndex } from '../index/word-index.ts';
import { EDIT, PREFIX } from './costs.ts';

/** A word that was typed, with what it takes to compare it fast. */
export interface TypedWord {
  text: string;
  letters: LetterSet;
  /** How many mistakes are forgiven. */
  edits: number;
}

export const typedWord = (text: string, isFuzzy: boolean): TypedWord => ({
  text,
  letters: new LetterSet(text),
  edits: isFuzzy ? allowedEdits(text) : 0,
});

/** How many mistakes a word of so many letters may have. */
function allowedEdits(word: string): number {
  if (word.length < 4 || /^\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** What it costs to take what was typed for a word; `Infinity` where it cannot be meant. */
export function wordCost(typed: TypedWord, word: string, letters = new LetterSet(word)): number {
  const { text, edits } = typed;
  if (typed.letters.isTooUnlike(letters, edits)) return Infinity;
  if (word.startsWith(text)) return word === text ? 0 : PREFIX;
  return edits ? PREFIX + EDIT * editsToPrefix(text, word, edits) : Infinity;
}

/** Visits the owners of all words of an index that may be meant, each with the cost. */
export function findOwners(
  index: WordIndex,
  typed: TypedWord,
  visit: (owner: number, cost: number) => void,
): void {
  const { words, owners } = index;
  const letters = typed.edits ? index.letters : undefined;
  for (let i = letters ? 0 : index.firstFrom(typed.text); i < words.length; i++) {
    const word = words[i] as string;
    // The words are sorted: behind the first that does not begin so, none does.
    if (!letters && !word.startsWith(typed.text)) return;
    const cost = wordCost(typed, word, letters?.[i]);
    if (cost !== Infinity) for (const owner of owners[i] ?? []) visit(owner, cost);
  }
}
