import { foldLetters } from '../../text/fold-letters.ts';
import { repairLayout } from '../../text/keyboard-layout.ts';
import { splitWords } from '../../text/words.ts';
import { readHousesAtEnd, type HouseReading } from '../index/read-house.ts';
import { housesInside } from './house-inside.ts';
import { hasOtherCases, noiseWords, withoutInitials } from './noise-words.ts';
import { writeNumerals } from './numerals.ts';

/** One way to read what was typed. */
export interface ParsedQuery extends HouseReading {
  /** Folded words that names and types have to contain. */
  words: string[];
  /** How many words stand before the house; absent if it stands behind all of them. */
  houseAt?: number;
  /** Those of the words that the address may lack; each is in the list as often as it may be missing. */
  noise?: string[];
  /** True if numbers were rewritten: «50 лет» was typed as «пятидесятилетия». */
  isRewritten?: boolean;
  /** True if names may be in any case: «в Барнауле на Молодежной». */
  hasOtherCases?: boolean;
}

/** Longest line that is read, in characters: no address is longer. */
const MAX_QUERY_LENGTH = 200;
/** Most words of a query. Hardly any address has more. */
const MAX_QUERY_WORDS = 16;

/** A house that is a number and nothing else: it may also be the beginning of a name. */
const NUMBER_ONLY = /^\d+[ -]?\p{L}?\s*$/u;
/**
 * The ways to read a line. A number at its end may be a house or the beginning of a name: «Ветеранов 2» is house 2, or «Ветеранов
 * 2-я». The reading with the most house is the last.
 *
 * @example parseQuery('барн лен 12, кв 5') // [{ words: ['барн', 'лен'], house: '12', flat: '5' }]
 * @example parseQuery('ветеранов 2') // [{ words: ['ветеранов', '2'] }, { words: ['ветеранов'], house: '2' }]
 */
export function parseQuery(line: string): ParsedQuery[] {
  const typed = line.slice(0, MAX_QUERY_LENGTH).normalize('NFC');
  const repaired = repairLayout(typed);
  const numerals = writeNumerals(foldLetters(repaired));
  const readings = readingsOf(typed, repaired);
  // A number may be a word in the data: the reading as it was typed comes first. A number alone («сорок») is no name.
  if (numerals === foldLetters(repaired) || !/[а-я]{2}/.test(numerals)) return readings;
  return [
    ...readings,
    ...readingsOf(numerals, numerals).map((reading) => ({ ...reading, isRewritten: true })),
  ];
}

/** The ways to read a line: without a house, with one before other words, with one at the end. `repaired` is in Russian letters. */
function readingsOf(typed: string, repaired: string): ParsedQuery[] {
  const folded = foldLetters(repaired);
  const noise = noiseWords(folded);
  return readingsByHouse(typed, repaired).map((reading) => ({
    ...reading,
    ...(noise.length > 0 && { noise }),
    ...(hasOtherCases(folded) && { hasOtherCases: true }),
  }));
}

/** The same by where the house stands. */
function readingsByHouse(typed: string, repaired: string): ParsedQuery[] {
  // In a Russian line «12 a» and «55 k3» are letters that look alike. Other lines were typed with the English layout on.
  const inRussian = hasRussianLetter(typed) ? readHousesAtEnd(withoutInitials(typed)) : [];
  const houses = inRussian.length > 0 ? inRussian : readHousesAtEnd(withoutInitials(repaired));
  const inside = housesInside(foldLetters(repaired), houses[0]?.before.length).map(
    ({ before, behind, ...house }) => ({
      words: firstWords(`${before} ${behind}`),
      houseAt: splitWords(before).length,
      ...house,
    }),
  );
  const readings = houses.reverse().flatMap(({ before, ending: _, ...reading }) => {
    const names = repaired.slice(0, before.length);
    return hasRussianLetter(names) ? [{ words: firstWords(names), ...reading }] : [];
  });
  const isClear = readings[0]?.house && !NUMBER_ONLY.test(houses[0]?.ending ?? '');
  return isClear ? [...inside, ...readings] : [{ words: firstWords(repaired) }, ...inside, ...readings];
}

const hasRussianLetter = (text: string) => /[а-яё]/i.test(text);

/** The words of a text, folded, at most {@link MAX_QUERY_WORDS}. */
const firstWords = (text: string) => splitWords(text).slice(0, MAX_QUERY_WORDS);
