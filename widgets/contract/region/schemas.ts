import * as v from 'valibot';

/** The region that the portal serves: `region.json` beside `okno.js`, made from `content/region.yaml`. */
export const RegionSchema = v.object({
  /** Two digits, with which the numbers of cases begin: `22`. */
  code: v.pipe(v.string(), v.regex(/^\d{2}$/)),
  /** Nominative: «Примерская область». */
  name: v.string(),
  /** Genitive: «Примерской области». */
  genitive: v.string(),
  /** Name of an IANA time zone: `Continent/City`. */
  timeZone: v.string(),
  /** Its capital, nominative and genitive: «Примерск», «Примерска». */
  centre: v.object({ name: v.string(), genitive: v.string() }),
  /** Telephone of the support, as people dial it: `8 800 000-00-00`. */
  phone: v.string(),
});
/** {@link RegionSchema}, parsed. */
export type Region = v.InferOutput<typeof RegionSchema>;

/**
 * When agencies are open: `offices.json`, by the slug of the agency. Week days with the same hours stand together, 0 is Monday:
 * `{ days: [0, 1], intervals: ['08:00–11:30', '12:18–17:00'] }`.
 */
export const OfficeHoursSchema = v.record(
  v.string(),
  v.array(
    v.object({
      days: v.array(v.number()),
      intervals: v.array(v.pipe(v.string(), v.regex(/^\d\d:\d\d–\d\d:\d\d$/))),
    }),
  ),
);
/** {@link OfficeHoursSchema}, parsed. */
export type OfficeHours = v.InferOutput<typeof OfficeHoursSchema>;
