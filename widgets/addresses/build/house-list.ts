import type { HouseKind } from '../index/house-words.ts';

/** A range needs at least so many numbers: `1-3` saves characters against `1,2,3`, but `1-2` saves none against `1,2`. */
const MIN_RUN_LENGTH = 3;

/** A run of house numbers, each greater than the one before by the same step: 7, 9, 11 are `[7, 11]` with the step 2. */
type Run = [first: number, last: number];

/**
 * Writes houses as a row of DOMA does: ranges of all (`1-4`), odd (`Н(7-21)`) or even numbers (`Ч(6-14)`), then other houses. Every
 * number of a range is one of the houses. Uses ranges of all numbers, or ranges by parity, whichever gives fewer items.
 *
 * @example formatHouseList(['1', '3', '5', '2А']) // 'Н(1-5),2А'
 */
export function formatHouseList(houses: Iterable<string>): string {
  const sorted = [...new Set(houses)].sort(compareHouseNumbers);
  const isPlain = (house: string) => /^[1-9]\d{0,3}$/.test(house);
  const plain = sorted.filter(isPlain).map(Number);
  const consecutive = listItems(plain, 1, ([first, last]) => `${first}-${last}`);
  const even = plain.filter((number) => number % 2 === 0);
  const odd = plain.filter((number) => number % 2 === 1);
  const byParity = [
    ...listItems(odd, 2, ([first, last]) => `Н(${first}-${last})`),
    ...listItems(even, 2, ([first, last]) => `Ч(${first}-${last})`),
  ];
  const shorter = consecutive.length <= byParity.length ? consecutive : byParity;
  return [...shorter, ...sorted.filter((house) => !isPlain(house))].join(',');
}

/**
 * Writes a house as an item of a list, by the grammar of houses. A part without a kind is a bare number.
 *
 * @example writeHouse([{ kind: '', number: '29' }, { kind: 'к', number: '2' }]) // '29к2'
 */
export function writeHouse(parts: readonly { kind?: HouseKind | undefined; number: string }[]): string {
  const item = parts
    .filter(({ number }) => number)
    // «12-14» would be a range, and «12 14» is not 1214: a house with two numbers is «12_14».
    .map(
      ({ kind = '', number }) =>
        kind +
        number
          .trim()
          .replace(/(?<=\d)[-\s,]+(?=\d)/g, '_')
          .replace(/[\s,]+/g, ''),
    )
    .join('');
  // «Н» would be all odd houses.
  return item.replace(/^[НнЧч]$/, 'лит$&');
}

/** Compares houses for `sort`, by their first numbers and then as texts: 2, 2А, к9, 10. */
export const compareHouseNumbers = (a: string, b: string): number =>
  firstNumber(a) - firstNumber(b) || (a < b ? -1 : a > b ? 1 : 0);

const firstNumber = (house: string) => Number(/\d+/.exec(house)?.[0] ?? 0);

/**
 * Items of a list for sorted numbers: runs of at least three with this `step` as ranges, which `writeRange` formats; other numbers
 * one by one.
 *
 * @example listItems([1, 2, 3, 9], 1, ([first, last]) => `${first}-${last}`) // ['1-3', '9']
 */
function listItems(numbers: number[], step: number, writeRange: (run: Run) => string): string[] {
  const runs: Run[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + step) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap((run) => {
    const [first, last] = run;
    const length = (last - first) / step + 1;
    return length < MIN_RUN_LENGTH ? [...new Set(run)].map(String) : [writeRange(run)];
  });
}
