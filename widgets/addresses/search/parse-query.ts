import { foldLetters } from '../../text/fold-letters.ts';
import { fromTransliteration, isTransliterated } from '../../text/transliteration.ts';
import { splitWords } from '../../text/words.ts';
import { housesInside } from './house-inside.ts';
import { firstWords } from './name-query.ts';
import { hasOtherCases, noiseWords, withoutInitials } from './noise-words.ts';
import { writeNumerals } from './numerals.ts';
import { housesAtEnd, readingsWith, repairLine } from './plain-query.ts';
import type { ParsedQuery } from './request.ts';

/**
 * The ways to read any line. A number at its end may be a house or the beginning of a name: «Ветеранов 2» is house 2, or «Ветеранов
 * 2-я». The reading with the most house is the last.
 *
 * @example parseQuery('барн лен 12, кв 5') // [{ words: ['барн', 'лен'], house: '12', flat: '5' }]
 * @example parseQuery('ветеранов 2') // [{ words: ['ветеранов', '2'] }, { words: ['ветеранов'], house: '2' }]
 */
export function parseQuery(line: string): ParsedQuery[] {
  const { typed, repaired } = repairLine(line);
  const numerals = writeNumerals(foldLetters(repaired));
  const readings = readingsOf(typed, repaired);
  // A number may be a word in the data: the reading as it was typed comes first. A number alone («сорок») is no name.
  if (numerals === foldLetters(repaired) || !/[а-я]{2}/.test(numerals)) return readings;
  return [
    ...readings,
    ...readingsOf(numerals, numerals).map((reading) => ({ ...reading, isRewritten: true })),
  ];
}

/**
 * A line of Russian words in Latin letters by their sound, in Russian letters: «e» at the beginning of a word may be «э» as well. Empty
 * for all other lines.
 *
 * @example writtenBySound('barnaul engelsa') // ['барнаул енгелса', 'барнаул энгелса']
 */
export function writtenBySound(line: string): string[] {
  if (!isTransliterated(line)) return [];
  const inRussian = fromTransliteration(line);
  return [...new Set([inRussian, inRussian.replace(/(?<!\p{L})е/gu, 'э')])];
}

/** The ways to read a line: without a house, with one before other words, with one at the end. `repaired` is in Russian letters. */
function readingsOf(typed: string, repaired: string): ParsedQuery[] {
  const folded = foldLetters(repaired);
  const noise = noiseWords(folded);
  const houses = housesAtEnd(withoutInitials(typed), withoutInitials(repaired));
  const inside = housesInside(folded, houses[0]?.before.length).map(({ before, behind, ...house }) => ({
    words: firstWords(`${before} ${behind}`),
    houseAt: splitWords(before).length,
    ...house,
  }));
  return readingsWith(houses, repaired, inside).map((reading) => ({
    ...reading,
    ...(noise.length > 0 && { noise }),
    ...(hasOtherCases(folded) && { hasOtherCases: true }),
  }));
}
