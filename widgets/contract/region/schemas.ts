import * as v from 'valibot';

/** What the portal knows of the region that it serves: `region.json` beside `okno.js`, made from `content/region.yaml`. */
export const RegionSchema = v.object({
  /** Two digits, as numbers of cases begin: `22`. */
  code: v.pipe(v.string(), v.regex(/^\d{2}$/)),
  /** «Примерская область». */
  name: v.string(),
  /** «Примерской области». */
  genitive: v.string(),
  /** An IANA time zone: `Continent/City`. */
  timeZone: v.string(),
  /** Its capital: «Примерск», «Примерска». */
  centre: v.object({ name: v.string(), genitive: v.string() }),
  /** Who helps a citizen when the portal does not, as people dial it: `8 800 000-00-00`. */
  phone: v.string(),
});
export type Region = v.InferOutput<typeof RegionSchema>;
