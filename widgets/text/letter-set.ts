/** Which letters a word has, in no order: tells at once of most words that they are too unlike to be compared. */
export class LetterSet {
  /** A bit for each of the 32 letters of the folded alphabet: «а» is bit 16, «п» bit 31, «р» bit 0, «я» bit 15. */
  readonly #bits: number;

  constructor(word: string) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
    this.#bits = bits;
  }

  /**
   * Whether more of its letters are missing in another word than so many edits can mend: one letter an edit.
   *
   * @example new LetterSet('бийск').isTooUnlike(new LetterSet('барнаул'), 2) // true: «и», «й», «с» and «к» are missing
   */
  differsByMoreThan(other: LetterSet, edits: number): boolean {
    let missing = this.#bits & ~other.#bits;
    // Each step takes one letter out.
    for (let left = edits; missing !== 0 && left > 0; left--) missing &= missing - 1;
    return missing !== 0;
  }
}
