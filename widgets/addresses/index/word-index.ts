import { LetterSet } from '../../text/letter-set.ts';

/**
 * An inverted index: the words of many names, sorted, each with the numbers of the names that contain it. Like the index at the end
 * of a book: word → pages.
 */
export class WordIndex {
  /** Sorted by UTF-16 code units, each once. */
  readonly words: readonly string[];
  /** For each word the numbers of the names that have it, ascending. */
  readonly postings: readonly (readonly number[])[];
  #letters: LetterSet[] | undefined;

  constructor(words: string[], postings: number[][]) {
    this.words = words;
    this.postings = postings;
  }

  /**
   * Makes the index of names that are given as lists of words. The number of a name is its place in `names`.
   *
   * @example WordIndex.of([['новая', 'жизнь'], ['новая']]).postings // [[0], [0, 1]], of «жизнь» and «новая»
   */
  static of(names: readonly (readonly string[])[]): WordIndex {
    const postings = new Map<string, number[]>();
    names.forEach((words, number) => {
      for (const word of words) {
        const numbers = postings.get(word);
        if (!numbers) postings.set(word, [number]);
        else if (numbers.at(-1) !== number) numbers.push(number);
      }
    });
    const words = [...postings.keys()].sort();
    return new WordIndex(
      words,
      words.map((word) => postings.get(word) ?? []),
    );
  }

  /** The letters of each word. Made only when a word with typing mistakes is searched. */
  get letters(): readonly LetterSet[] {
    return (this.#letters ??= this.words.map((word) => new LetterSet(word)));
  }

  /** Index of the first word that is not before `text` in the order of the words (binary search). */
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
