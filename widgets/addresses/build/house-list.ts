/** Shortest run of numbers that is written as a range: `1-3` is shorter than `1,2,3`, `1-2` than `1,2` is not. */
const MIN_RUN_LENGTH = 3;

/** Numbers with the same distance, all of them houses. */
type Run = [first: number, last: number];

/**
 * Writes houses as a row of DOMA does: ranges of all (`1-4`), odd (`Н(7-21)`) or even numbers (`Ч(6-14)`), then other houses. A
 * range has only numbers that are all there. Of ranges of all and ranges by parity the shorter list is used.
 *
 * @example formatHouseList(['1', '3', '5', '2А']) // 'Н(1-5),2А'
 */
export function formatHouseList(houses: Iterable<string>): string {
  const all = [...new Set(houses)].sort(compareHouseNumbers);
  const isPlain = (house: string) => /^[1-9]\d{0,3}$/.test(house);
  const plain = all.filter(isPlain).map(Number);
  const consecutive = listItems(plain, 1, ([first, last]) => `${first}-${last}`);
  const even = plain.filter((number) => number % 2 === 0);
  const odd = plain.filter((number) => number % 2 === 1);
  const byParity = [
    ...listItems(odd, 2, ([first, last]) => `Н(${first}-${last})`),
    ...listItems(even, 2, ([first, last]) => `Ч(${first}-${last})`),
  ];
  const shorter = consecutive.length <= byParity.length ? consecutive : byParity;
  return [...shorter, ...all.filter((house) => !isPlain(house))].join(',');
}

/** Compares houses for `sort`, by their numbers and then as texts: 2, 2А, 10. */
export const compareHouseNumbers = (a: string, b: string): number =>
  parseInt(a, 10) - parseInt(b, 10) || (a < b ? -1 : a > b ? 1 : 0);

/** Items of a list for sorted numbers: runs with the distance `step` as ranges, other numbers as they are. */
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
