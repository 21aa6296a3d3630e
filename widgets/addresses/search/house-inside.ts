import { readFlatAtEnd, readHousesAtEnd, type HouseReading } from '../index/read-house.ts';

/** A house that stands before other words of a line. */
export interface HouseInside extends HouseReading {
  before: string;
  behind: string;
}

/** Words behind a number that belongs to a name: «40 лет Октября», «8 Марта»; not the beginning of «Майкоп». */
const PARTS_OF_NAMES =
  '(?:лет(?:и[яею])?|(?:январ|феврал|апрел|июн|июл|(?:сентя|октя|ноя|дека)бр)[яь]|(?:март|август)а?|ма[йя])(?!\\p{L})';
/** Where a house may end: behind a digit, and a letter, before a word that does not make the number a part of a name. */
const HOUSE_END = new RegExp(
  `(?<=\\d(?: ?\\p{L})?[\\p{L}\\d/-]{0,6})[\\s,;.()]+(?=\\p{L})(?!${PARTS_OF_NAMES})`,
  'gu',
);
/** Ends with a letter that is more likely the type of the next name: «12 г» of «12 г барнаул». */
const TYPE_AT_END = / [гсдпх]$/;
/** Most houses that are tried. */
const MAX_HOUSES = 2;

/**
 * The houses that may stand before other words of a folded line: before the street, or between street and town. The last ones, if
 * there are many. `end`: where the house at the end of the line begins.
 *
 * @example housesInside('ленина 12 барнаул') // [{ before: 'ленина ', behind: 'барнаул', house: '12' }]
 * @example housesInside('ленина 12 барнаул кв 5') // [{ before: 'ленина ', behind: 'барнаул ', house: '12', flat: '5' }]
 */
export function housesInside(line: string, end = line.length): HouseInside[] {
  const houses = [...line.matchAll(HOUSE_END)].flatMap(({ 0: gap, index }): HouseInside[] => {
    if (index >= end) return [];
    const [head, behind] = [line.slice(0, index), line.slice(index + gap.length)];
    const houseAtEnd =
      TYPE_AT_END.test(head) || !/[а-я]{2}/.test(behind) ? undefined : readHousesAtEnd(head)[0];
    if (!houseAtEnd?.house) return [];
    const { before, ending, ...house } = houseAtEnd;
    // «8 мар» is more likely the beginning of «8 Марта»; «18-й 73 париж» is a house in a street with a number.
    const isClear =
      /[а-я]{3}|\d-?[аыои]?[йяе](?![а-я])/.test(before) ||
      /^\D/.test(ending) ||
      /[а-я]{3}.* [а-я]{2}/.test(behind);
    if (!isClear) return [];
    const { before: names, ...behindNames } = house.flat ? { before: behind } : readFlatAtEnd(behind);
    return [{ before, behind: names, ...house, ...behindNames }];
  });
  return houses.slice(-MAX_HOUSES);
}
