/** Shorter runs are not worth an interval. */
const MIN_RUN_LENGTH = 3;

type Run = [first: number, last: number];

/**
 * Houses as a row of DOMA writes them: `1-4`, `Н(7-21)`, `Ч(6-14)`, `12А`, `29к2`. An interval stands only for numbers
 * that are all there.
 */
export function formatHouseList(houses: Iterable<string>): string {
  const all = [...new Set(houses)].sort(compareHouseNumbers);
  const isPlain = (house: string) => /^[1-9]\d{0,3}$/.test(house);
  const plain = all.filter(isPlain).map(Number);
  const straight = listItems(plain, 1, ([first, last]) => `${first}-${last}`);
  const even = plain.filter((number) => number % 2 === 0);
  const odd = plain.filter((number) => number % 2 === 1);
  const byParity = [
    ...listItems(odd, 2, ([first, last]) => `Н(${first}-${last})`),
    ...listItems(even, 2, ([first, last]) => `Ч(${first}-${last})`),
  ];
  const shorter = straight.length <= byParity.length ? straight : byParity;
  return [...shorter, ...all.filter((house) => !isPlain(house))].join(',');
}

/** Compares houses as people count them: 2, 2А, 10. */
export const compareHouseNumbers = (a: string, b: string): number =>
  parseInt(a, 10) - parseInt(b, 10) || (a < b ? -1 : a > b ? 1 : 0);

/** Runs of numbers with the same distance as intervals, and what is left as it is. */
function listItems(numbers: number[], step: number, interval: (run: Run) => string): string[] {
  const runs: Run[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + step) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap((run) => {
    const [first, last] = run;
    const length = (last - first) / step + 1;
    return length < MIN_RUN_LENGTH ? [...new Set(run)].map(String) : [interval(run)];
  });
}
