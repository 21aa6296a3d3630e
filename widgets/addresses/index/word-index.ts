import { LetterSet } from '../../text/letter-set.ts';

/** The words of many names, sorted, each with the numbers of the names that have it: the register at the end of a book. */
export class WordIndex {
  readonly words: readonly string[];
  /** For each word. */
  readonly postings: readonly (readonly number[])[];
  #letters: LetterSet[] | undefined;

  constructor(words: string[], owners: number[][]) {
    this.words = words;
    this.postings = owners;
  }

  /** Index of so many names: their words, in the order of the names. */
  static of(names: readonly (readonly string[])[]): WordIndex {
    const owners = new Map<string, number[]>();
    names.forEach((words, owner) => {
      for (const word of words) {
        const known = owners.get(word);
        if (!known) owners.set(word, [owner]);
        else if (known.at(-1) !== owner) known.push(owner);
      }
    });
    const words = [...owners.keys()].sort();
    return new WordIndex(
      words,
      words.map((word) => owners.get(word) ?? []),
    );
  }

  /** For each word. Only words with typing mistakes are compared by them. */
  get letters(): readonly LetterSet[] {
    return (this.#letters ??= this.words.map((word) => new LetterSet(word)));
  }

  /** The place of the first word that is not before a text. */
  lowerBound(text: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.words[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
