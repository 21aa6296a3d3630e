import type { prefixEditDistance } from '../../text/edit-distance.ts';
import { LetterSet } from '../../text/letter-set.ts';
import { areFormsOfOneWord, beginningOfForms } from '../../text/word-forms.ts';
import type { WordIndex } from '../index/word-index.ts';
import { EDIT_COST, FORM_COST, PREFIX_COST } from './costs.ts';

/** The fewest typing mistakes between two words. Its code is fetched only for a line that nothing matches without. */
export type EditDistance = typeof prefixEditDistance;

/** A word that was typed: compares itself with words of the data. */
export class TypedWord {
  /** Folded. */
  readonly text: string;
  /** How many typing mistakes are allowed: 0, 1 or 2. */
  readonly maxEdits: number;
  /** Letters with which every word begins that may be meant without a typing mistake. */
  readonly beginning: string;
  /** What it costs if a word of the data is the same. */
  protected costOfSame = 0;
  /** The form of it that is meant, if that is another one. */
  protected meantForm: string | undefined;
  readonly #editDistance: EditDistance | undefined;
  readonly #hasForms: boolean;
  readonly #letters: LetterSet;
  /** Those of `beginning`. */
  readonly #lettersOfForms: LetterSet;

  /** `editDistance`: with typing mistakes. `hasForms`: other forms of the word count too, as in «на Молодежной». */
  constructor(text: string, editDistance?: EditDistance, hasForms = editDistance !== undefined) {
    this.text = text;
    this.#editDistance = editDistance;
    this.#hasForms = hasForms;
    this.beginning = hasForms ? beginningOfForms(text) : text;
    this.maxEdits = editDistance ? allowedEdits(text) : 0;
    this.#letters = new LetterSet(text);
    this.#lettersOfForms = hasForms ? new LetterSet(this.beginning) : this.#letters;
  }

  /**
   * What it costs to read this word as a word of the data: 0 if they are the same, `Infinity` if it cannot be meant. `letters` are
   * those of `word`, if the caller has them.
   *
   * @example new TypedWord('барн').costAs('барнаул') // 10, PREFIX_COST
   * @example new TypedWord('барнвул', prefixEditDistance).costAs('барнаул') // 110, PREFIX_COST + EDIT_COST
   */
  costAs(word: string, letters = new LetterSet(word)): number {
    const { text, maxEdits } = this;
    const editDistance = this.#editDistance;
    if (word === this.meantForm) return 0;
    // Most words are ruled out by their letters.
    const isNotTyped = this.#letters.differsByMoreThan(letters, maxEdits);
    if (isNotTyped && this.#lettersOfForms.differsByMoreThan(letters, 0)) return Infinity;
    if (word.startsWith(text)) return word === text ? this.costOfSame : PREFIX_COST;
    if (this.#hasForms && word.startsWith(this.beginning) && areFormsOfOneWord(text, word)) return FORM_COST;
    return editDistance && maxEdits && !isNotTyped
      ? PREFIX_COST + EDIT_COST * editDistance(text, word, maxEdits)
      : Infinity;
  }

  /** Finds the words of an index that may be meant. Calls `visit` with each posting of such a word, and what the word costs. */
  scan(index: WordIndex, visit: (posting: number, cost: number) => void): void {
    const { words, postings } = index;
    // With a typing mistake a word can be anywhere in the index, so that all are compared; their letters rule most of them out.
    const letters = this.maxEdits ? index.letters : undefined;
    for (let i = letters ? 0 : index.lowerBound(this.beginning); i < words.length; i++) {
      const word = words[i] as string;
      // The words are sorted: after the first without this beginning no other has it.
      if (!letters && !word.startsWith(this.beginning)) return;
      const cost = this.costAs(word, letters?.[i]);
      if (cost !== Infinity) for (const posting of postings[i] ?? []) visit(posting, cost);
    }
  }
}

/** How many typing mistakes a word may have: none in short words and numbers, one in 4 to 7 letters, two from 8 on. */
function allowedEdits(word: string): number {
  if (word.length < 4 || /^\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
