/** The set of letters of a word. Comparing two sets takes a few bit operations and spares most edit distances. */
export class LetterSet {
  /**
   * A bit for each of the 32 letters of the folded alphabet: the lowest five bits of its code are the number of its bit. «а»
   * (U+0430) is bit 16, «п» (U+043F) bit 31, «р» (U+0440) bit 0, «я» (U+044F) bit 15. Digits and Latin letters share these bits,
   * which only makes the set less exact.
   */
  readonly #bits: number;

  constructor(word: string) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
    this.#bits = bits;
  }

  /**
   * Whether the other word lacks more than `maxEdits` letters of this one. Then more edits than that are needed to turn it into this
   * one, for an edit adds at most one letter.
   *
   * @example new LetterSet('бийск').differsByMoreThan(new LetterSet('барнаул'), 2) // true: it lacks «и», «й», «с» and «к»
   */
  differsByMoreThan(other: LetterSet, maxEdits: number): boolean {
    let missing = this.#bits & ~other.#bits;
    // `x & (x - 1)` clears the lowest bit that is set: each turn removes one missing letter.
    for (let editsLeft = maxEdits; missing !== 0 && editsLeft > 0; editsLeft--) missing &= missing - 1;
    return missing !== 0;
  }
}
