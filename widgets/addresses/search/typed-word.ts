import { prefixEditDistance } from '../../text/edit-distance.ts';
import { LetterSet } from '../../text/letter-set.ts';
import { areFormsOfOneWord, beginningOfForms } from '../../text/word-forms.ts';
import type { WordIndex } from '../index/word-index.ts';
import { EDIT_COST, FORM_COST, PREFIX_COST } from './costs.ts';

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
  readonly #hasForms: boolean;
  readonly #letters: LetterSet;
  /** Those of `beginning`. */
  readonly #lettersOfForms: LetterSet;

  /** `isFuzzy`: with typing mistakes. `hasForms`: other forms of the word count too, as in «на Молодежной». */
  constructor(text: string, isFuzzy: boolean, hasForms = isFuzzy) {
    this.text = text;
    this.#hasForms = hasForms;
    this.beginning = hasForms ? beginningOfForms(text) : text;
    this.maxEdits = isFuzzy ? allowedEdits(text) : 0;
    this.#letters = new LetterSet(text);
    this.#lettersOfForms = hasForms ? new LetterSet(this.beginning) : this.#letters;
  }

  /**
   * What it costs to read this word as a word of the data: 0 if they are the same, `Infinity` if it cannot be meant. `letters` are
   * those of `word`, if the caller has them.
   *
   * @example new TypedWord('барн', false).costAs('барнаул') // 10, PREFIX_COST
   * @example new TypedWord('барнвул', true).costAs('барнаул') // 110, PREFIX_COST + EDIT_COST
   */
  costAs(word: string, letters = new LetterSet(word)): number {
    const { text, maxEdits } = this;
    if (word === this.meantForm) return 0;
    // Most words are ruled out by their letters.
    const isNotTyped = this.#letters.differsByMoreThan(letters, maxEdits);
    if (isNotTyped && this.#lettersOfForms.differsByMoreThan(letters, 0)) return Infinity;
    if (word.startsWith(text)) return word === text ? this.costOfSame : PREFIX_COST;
    if (this.#hasForms && word.startsWith(this.beginning) && areFormsOfOneWord(text, word)) return FORM_COST;
    return maxEdits && !isNotTyped
      ? PREFIX_COST + EDIT_COST * prefixEditDistance(text, word, maxEdits)
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
