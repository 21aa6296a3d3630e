import {
  BARE_FLAT,
  BARE_VALUE,
  HYPHENATED,
  NO_VALUE,
  NUMBER_NEXT,
  POSTFIXED,
  SEPARATORS,
  STARTS_WITH_DETAIL,
  STARTS_WITH_VALUE,
  STARTS_WITH_WORD,
  UNFINISHED,
  foldHouse,
  spellNumber,
} from './house-patterns.ts';
import { BLOCK_KINDS, HOUSE_KINDS, PLOT_KINDS, type HouseKind } from './house-words.ts';

/** A text that has to be a house with its parts. It is read from left to right. */
export class HouseText {
  readonly #typed: string;
  /** What is not read yet, folded. */
  #rest: string;
  /** The numbers that were read, by their kinds. */
  readonly numbers = new Map<HouseKind, string>();
  /** What is kept as it was typed: `['подъезд 3']`. */
  readonly details: string[] = [];
  /** The same for plots, which are details only behind a house. */
  readonly plots: string[] = [];
  /** The numbers behind a hyphen: «-4» in «12-4». */
  hyphenated = '';
  /** True if a word was begun at the end: «12 кв». */
  isUnfinished = false;
  /** The kind that was read last. */
  #last: HouseKind | undefined;
  /** Where the house stands in the text. */
  #house: [start: number, end: number] | undefined;

  constructor(text: string) {
    this.#typed = text;
    this.#rest = foldHouse(text);
  }

  /** Reads the text. Gives false if it is not wholly understood. */
  read(): boolean {
    for (;;) {
      this.#take(SEPARATORS);
      if (!this.#rest) return true;
      const start = this.#position;
      const kind = this.#readPostfixed() ?? this.#readWord() ?? this.#readBare();
      if (kind === undefined) break;
      if (kind !== 'filler') this.#note(kind, start);
    }
    this.isUnfinished = this.numbers.size > 0 && UNFINISHED.test(this.#rest);
    return this.isUnfinished;
  }

  /** The house as it was typed, from its first number to its last. */
  get typedHouse(): string {
    return this.#typed.slice(...(this.#house ?? [0, 0]));
  }

  get #position(): number {
    return this.#typed.length - this.#rest.length;
  }

  /** Takes what a pattern matches at the beginning of the rest. */
  #take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#rest);
    if (match) this.#rest = this.#rest.slice(match[0].length);
    return match;
  }

  /** Remembers what was read from `start` to here. */
  #note(kind: HouseKind, start: number): void {
    const end = this.#position;
    const isPlot = isOneOf(PLOT_KINDS, kind);
    if (isPlot) this.plots.push(this.#typed.slice(start, end));
    if (isDetail(kind)) this.details.push(this.#typed.slice(start, end));
    if (kind === '' || isPlot || isOneOf(BLOCK_KINDS, kind)) this.#house = [this.#house?.[0] ?? start, end];
    this.#last = kind;
  }

  /** «3 этаж», «5 кв». A number in front of a floor is no house. */
  #readPostfixed(): HouseKind | undefined {
    const [phrase = '', number = '', kilometre, flat] = POSTFIXED.exec(this.#rest) ?? [];
    const isHouse =
      this.#last === undefined && !kilometre && NUMBER_NEXT.test(this.#rest.slice(phrase.length));
    if (!number || isHouse || (this.numbers.size === 0 && flat)) return undefined;
    this.#take(POSTFIXED);
    if (kilometre) return this.#set('км', number);
    return flat ? this.#set('кв', number) : 'floor';
  }

  /** A word with its number: «корп. 2», «кв 5». */
  #readWord(): HouseKind | undefined {
    const before = this.#rest;
    const match = this.#take(STARTS_WITH_WORD);
    if (!match) return undefined;
    const kind = WORD_KINDS[match.indexOf(match[0], 1) - 1] ?? 'filler';
    if (kind === 'filler') return kind;
    // «Кв 5 к 2» may be a room as well, but «кв 5, д 12» is a house.
    const isUnclear =
      /^[кс]$/.test(match[0]) && this.#last !== undefined && !isOneOf(HOUSE_AND_BLOCKS, this.#last);
    const value = !isUnclear && this.#take(isDetail(kind) ? STARTS_WITH_DETAIL : STARTS_WITH_VALUE);
    if (value) return isDetail(kind) ? kind : this.#set(kind, value[1] ?? '');
    if (this.#last !== undefined && this.#take(NO_VALUE)) return 'filler';
    this.#rest = before;
    return undefined;
  }

  /** A number without a word: the house, or the flat behind it. */
  #readBare(): HouseKind | undefined {
    if (this.#last === undefined) {
      const house = this.#take(BARE_VALUE);
      return house ? this.#set('', house[0]) : undefined;
    }
    const flat = isOneOf(HOUSE_AND_BLOCKS, this.#last) ? this.#take(BARE_FLAT) : undefined;
    return flat ? this.#set('кв', flat[1] ?? '') : undefined;
  }

  /** Remembers a number, unless there is one of its kind: two houses are not understood. */
  #set(kind: HouseKind, typed: string): HouseKind | undefined {
    if (this.numbers.has(kind)) return undefined;
    const number = spellNumber(typed);
    const last = this.#last ?? 'filler';
    const lastNumber = this.numbers.get(last) ?? '';
    // «12 литера А» is «12а», «12 лит. а/1» is «12а/1».
    const isLetter = kind === 'лит' && /^[а-я](?:\/.+)?$/.test(number);
    if (isLetter && isOneOf(HOUSE_AND_BLOCKS, last) && /\d$/.test(lastNumber) && !this.hyphenated) {
      this.numbers.set(last, lastNumber + number);
      return last;
    }
    this.numbers.set(kind, number);
    if (kind === '') this.hyphenated = this.#take(HYPHENATED)?.[0] ?? '';
    return kind;
  }
}

/** The kinds of the groups of `STARTS_WITH_WORD`. */
const WORD_KINDS: readonly HouseKind[] = [...HOUSE_KINDS, ...BLOCK_KINDS];

/** The number of a house, and its blocks: behind them a bare number is a flat. */
const HOUSE_AND_BLOCKS: readonly HouseKind[] = ['', ...BLOCK_KINDS];

const isOneOf = (kinds: readonly HouseKind[], kind: HouseKind): boolean => kinds.includes(kind);

/** Whether a kind is kept as it was typed. */
const isDetail = (kind: HouseKind): boolean => kind === 'floor' || kind === 'detail';
