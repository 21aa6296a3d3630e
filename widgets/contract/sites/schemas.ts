import * as v from 'valibot';

/** What the portal says of the site whose page asks. */
export const SiteSchema = v.object({
  /** The origin of the page, as the browser names it; without one, the request is not of a page. */
  origin: v.optional(v.string()),
  /** Whether the pages of this site may call the portal. */
  known: v.boolean(),
});
