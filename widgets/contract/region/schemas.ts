import * as v from 'valibot';

/** What the portal knows of the region that it serves: `region.json` beside `okno.js`, made from `content/region.yaml`. */
export const RegionSchema = v.object({
  /** Two digits, as numbers of cases begin: `22`. */
  code: v.pipe(v.string(), v.regex(/^\d{2}$/)),
  /** «Алтайский край». */
  name: v.string(),
  /** «Алтайского края». */
  genitive: v.string(),
  /** An IANA time zone: `Asia/Barnaul`. */
  timeZone: v.string(),
  /** Who helps a citizen when the portal does not, as people dial it: `8 800 100-70-10`. */
  phone: v.string(),
});
export type Region = v.InferOutput<typeof RegionSchema>;
