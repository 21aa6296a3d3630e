import { prefixEditDistance } from '../../text/edit-distance.ts';
import { LetterSet } from '../../text/letter-set.ts';
import type { WordIndex } from '../index/word-index.ts';
import { EDIT_COST, PREFIX_COST } from './costs.ts';

/** A word that was typed, folded. */
export class TypedWord {
  readonly text: string;
  /** How many mistakes are forgiven. */
  readonly edits: number;
  readonly #letters: LetterSet;

  constructor(text: string, isFuzzy: boolean) {
    this.text = text;
    this.edits = isFuzzy ? allowedEdits(text) : 0;
    this.#letters = new LetterSet(text);
  }

  /** What it costs to take it for a word of the data; `Infinity` where that cannot be meant. */
  costAs(word: string, letters = new LetterSet(word)): number {
    const { text, edits } = this;
    if (this.#letters.differsByMoreThan(letters, edits)) return Infinity;
    if (word.startsWith(text)) return word === text ? 0 : PREFIX_COST;
    return edits ? PREFIX_COST + EDIT_COST * prefixEditDistance(text, word, edits) : Infinity;
  }

  /** Visits the owners of all words of an index that may be meant, each with the cost. */
  scan(index: WordIndex, visit: (owner: number, cost: number) => void): void {
    const { words, postings } = index;
    const letters = this.edits ? index.letters : undefined;
    for (let i = letters ? 0 : index.lowerBound(this.text); i < words.length; i++) {
      const word = words[i] as string;
      // The words are sorted: behind the first that does not begin so, none does.
      if (!letters && !word.startsWith(this.text)) return;
      const cost = this.costAs(word, letters?.[i]);
      if (cost !== Infinity) for (const owner of postings[i] ?? []) visit(owner, cost);
    }
  }
}

/** How many mistakes a word of so many letters may have. */
function allowedEdits(word: string): number {
  if (word.length < 4 || /^\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
