import type { Region } from '../region/schemas.ts';

/** The days of the examples are these days: what the clocks of the region show then. */
const EXAMPLE_DAY = new Date('2026-11-23');

/** `+07:00`, from `GMT+07:00`; Greenwich itself is `GMT`. */
const offsetOf = (timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(EXAMPLE_DAY)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.slice(3) || '+00:00';

/**
 * Docs name no region: they write `{region}`, `{regionGenitive}`, `{regionCode}`, `{centre}`, `{centreGenitive}` and `{offset}`
 * (`+07:00`). Puts the words of a region there, in every text of a JSON value.
 *
 * @example fillRegion({ number: '{regionCode}-2026-000001' }, region) // { number: '22-2026-000001' }
 */
export function fillRegion<T>(value: T, { code, name, genitive, centre, timeZone }: Region): T {
  const words: Record<string, string> = {
    region: name,
    regionGenitive: genitive,
    regionCode: code,
    centre: centre.name,
    centreGenitive: centre.genitive,
    offset: offsetOf(timeZone),
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, word: string) => words[word] ?? all);
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? fill(part) : part,
  ) as T;
}
