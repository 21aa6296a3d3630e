import type { AnswerKind } from '../catalogue/search.ts';
import type { RecordKind } from './record-kinds.ts';

/**
 * The files of the search index below `/search/index/`, all JSON. A record is named by its number; records of one kind stand together,
 * services first, the popular ones before the others.
 *
 * - `start.json`: what every search needs ({@link IndexStart});
 * - `words/<part>.json`: the words that begin with the letters of the part ({@link WordPart}): where each one stands;
 * - `middles/<part>.json`: the stems whose third and fourth letter are those of the part ({@link MiddlePart}). A word with a slip in
 *   its first two letters is found by them;
 * - `records/<block>.json`: what results show, `RECORDS_PER_BLOCK` records each ({@link ShownRecord});
 * - `filters.json`: which records each value of a filter leaves ({@link FilterLists}).
 *
 * Pagefind's files stand beside them: they have the full texts.
 */
export interface IndexStart {
  /** Number of records. */
  count: number;
  /** The first record of each kind, in order. */
  kinds: (readonly [RecordKind, number])[];
  /** So many records at the beginning are popular services. */
  popularCount: number;
  /** The names of the word parts: the letters with which their words begin. The longest that fits is the part of a word. */
  wordParts: string[];
  /** The names of the middle parts. */
  middleParts: string[];
  /** IANA time zone of the region: «сегодня» is a day there. */
  timeZone: string;
  /** Days off by calendar, `YYYY-MM-DD`: offices keep other hours then. */
  holidays: string[];
}

/** Stem → where it stands. */
export type WordPart = Record<string, WordEntry>;

/**
 * One stem: the form in which it is shown; the number of records that have it; its places in phrases; the records that have it in the
 * lead; those that have it in the text below; the places in phrases of its synonyms, where it does not stand itself. Of a word that stands in very many leads or texts the list is empty: it tells nothing.
 * Lists of records are written as differences: `[3, 2]` are records 3 and 5. Trailing empty lists are left out.
 */
export type WordEntry = readonly [
  form: string,
  count: number,
  phrases?: readonly number[],
  leads?: readonly number[],
  texts?: readonly number[],
  kin?: readonly number[],
];

/** Stem → in how many phrases it stands; 0 where it only stands in texts. */
export type MiddlePart = Record<string, number>;

/** What kind of phrase a word stands in; its index is its code. The first ones say most surely what a record is about. */
const PHRASE_KINDS = ['title', 'wanted', 'official', 'synonym'] as const;
/** A word's place in a phrase of a record. */
export interface PhrasePlace {
  /** Number of the phrase in its record. */
  phrase: number;
  /** Number of words of the phrase; 15 stands for more, too. */
  length: number;
  /** Index in {@link PHRASE_KINDS}. */
  kind: number;
}

/** Phrases of a record that are told apart. Further ones are counted as the last. */
export const MAX_PHRASES = 63;

/** A place as one number. With the difference of the records before it, it is a pair in the list of {@link WordEntry}. */
export const placeNumber = ({ phrase, length, kind }: PhrasePlace): number =>
  (Math.min(phrase, MAX_PHRASES) * 16 + Math.min(length, 15)) * PHRASE_KINDS.length + kind;

/** The place of which {@link placeNumber} has made a number. */
export const placeOf = (code: number): PhrasePlace => ({
  kind: code % PHRASE_KINDS.length,
  length: Math.floor(code / PHRASE_KINDS.length) % 16,
  phrase: Math.floor(code / PHRASE_KINDS.length / 16),
});

/** Records in one file of `records/`. */
export const RECORDS_PER_BLOCK = 16;

/** What a result shows. */
export interface ShownRecord {
  url: string;
  kind: RecordKind;
  title: string;
  lead: string;
  answers: CardAnswers;
  /** Pagefind's file with its whole text, for excerpts. Absent where there is no text but the lead. */
  fragment?: string;
}

/** What can be answered without opening the page. */
export type CardAnswers = Partial<Record<AnswerKind, CardAnswer>>;
/** One answer. */
export interface CardAnswer {
  /** «+7 3852 20-05-50»; of `hours` the hours of each day from Monday, with a line between two; nothing stands for those of
   * the day before: «8:00–20:00|||||9:00–14:00|выходной». */
  text: string;
  /** «справочная МФЦ». */
  note?: string;
  /** False where nobody has checked it: «уточните в органе». */
  isChecked: boolean;
}

/** In how many phrases a word stands. */
export const phraseCountOf = ([, , phrases]: WordEntry): number => (phrases?.length ?? 0) / 2;

/** Filter → value → records, as differences. */
export type FilterLists = Record<string, Record<string, readonly number[]>>;

/**
 * The part in which a word is: the longest name that it begins with.
 *
 * @example partOf('субсид', ['с', 'су']) // 'су'
 */
export const partOf = (word: string, parts: ReadonlySet<string>): string | undefined =>
  [word.slice(0, 2), word.slice(0, 1), ''].find((name) => parts.has(name));

/** The letters by which `middles/` has a stem: its third and fourth. */
export const middleOf = (stem: string): string => stem.slice(2, 4);

/** A part's name as a file's name: the codes of its letters, so that no server has to know Russian ones. `_` for the empty name. */
export const fileNameOf = (part: string): string =>
  Array.from(part, (letter) => letter.charCodeAt(0).toString(36)).join('-') || '_';
