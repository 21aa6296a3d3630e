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
