import { editsToPrefix, isStrange, lettersOf, type Typed } from '../../text/typed.ts';

/** What it costs that a token is only the beginning of a word, or is one edit away. */
export const PREFIX = 10;
export const EDIT = 100;

/** What it costs to take what was typed for a word; `Infinity` where it cannot be meant. */
export function cost(typed: Typed, word: string, letters: number): number {
  if (isStrange(typed, letters)) return Infinity;
  const { text, edits } = typed;
  if (word.startsWith(text)) return word === text ? 0 : PREFIX;
  return edits ? PREFIX + EDIT * editsToPrefix(text, word, edits) : Infinity;
}

/** The words of many names, sorted, each with the numbers of those that have it. */
export class Words {
  readonly #words: string[];
  readonly #owners: number[][];
  #letters: Int32Array | undefined;

  constructor(words: string[], owners: number[][]) {
    this.#words = words;
    this.#owners = owners;
  }

  /** Index of so many names: their words, in the order of the names. */
  static of(names: string[][]): Words {
    const owners = new Map<string, number[]>();
    names.forEach((words, owner) => {
      for (const word of words) {
        const known = owners.get(word);
        if (!known) owners.set(word, [owner]);
        else if (known.at(-1) !== owner) known.push(owner);
      }
    });
    const words = [...owners.keys()].sort();
    return new Words(
      words,
      words.map((word) => owners.get(word) ?? []),
    );
  }

  /** Visits the owners of all words that may be meant, each with the cost. */
  find(typed: Typed, visit: (owner: number, price: number) => void): void {
    const words = this.#words;
    const { text, edits } = typed;
    const take = (i: number, price: number) => {
      for (const owner of this.#owners[i] ?? []) visit(owner, price);
    };
    if (edits) {
      this.#letters ??= Int32Array.from(words, lettersOf);
      for (let i = 0; i < words.length; i++) {
        const price = cost(typed, words[i] as string, this.#letters[i] as number);
        if (price !== Infinity) take(i, price);
      }
    } else
      for (let i = this.#firstFrom(text); words[i]?.startsWith(text); i++)
        take(i, words[i] === text ? 0 : PREFIX);
  }

  #firstFrom(typed: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < typed) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
