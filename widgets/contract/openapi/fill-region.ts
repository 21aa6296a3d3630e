import type { Region } from '../region/schemas.ts';

/** The examples of the contract are dated around this day, so they need the offset that the region has then. */
const EXAMPLE_DAY = new Date('2026-11-23');

/** The offset of a time zone from UTC: `+07:00`. `Intl` gives `GMT+07:00`, and for UTC itself only `GMT`. */
const offsetOf = (timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(EXAMPLE_DAY)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.slice(3) || '+00:00';

/**
 * Fills the placeholders in every string of a JSON value with the data of a region: `{region}`, `{regionGenitive}`,
 * `{regionCode}`, `{centre}`, `{centreGenitive}` and `{offset}` (`+07:00`). The docs of the contract use these placeholders
 * because code does not know its region. Other braces stay: `/applications/{number}`.
 *
 * @example fillRegion({ number: '{regionCode}-2026-000001' }, region) // { number: '22-2026-000001' }
 */
export function fillRegion<T>(value: T, region: Region): T {
  const values: Record<string, string> = {
    region: region.name,
    regionGenitive: region.genitive,
    regionCode: region.code,
    centre: region.centre.name,
    centreGenitive: region.centre.genitive,
    offset: offsetOf(region.timeZone),
  };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
  return JSON.parse(JSON.stringify(value), (_, item: unknown) =>
    typeof item === 'string' ? fill(item) : item,
  ) as T;
}
