/**
 * Days for which drafts are kept after their last change, on the device and on the portal; and for which a portal knows an
 * `Idempotency-Key`: a draft that was sent without an answer, and left alone, is never sent again later than that. A draft that is changed
 * again and again may grow older; so the key of what has made a case lives as long as the case (`keyLivesWithCase`): a second try,
 * however late, never makes a second one.
 */
export const DRAFT_DAYS = 30;
