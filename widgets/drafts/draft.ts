import type { ApplicationInput } from '../contract/applications/schemas.ts';
import type { Address, Upload } from '../contract/values/schemas.ts';

/** What stands in one field, as it was typed. Files that the portal has not yet taken are kept themselves. */
export type DraftValue = string | Address | (Upload | File)[];

/** What opens an accepted application. */
export interface ApplicationReceipt {
  number: string;
  code: string;
  dueOn: string;
}

/** What a citizen has typed and not yet sent, and what came of it. */
export interface Draft<Sent = ApplicationInput, Receipt = ApplicationReceipt> {
  /** Slug of the service, or another name that is unique on the site. */
  id: string;
  /** Version of the form it was filled in. */
  version: string;
  values: Record<string, DraftValue | undefined>;
  /** The step it was left at, from 0. */
  step: number;
  /** The `Idempotency-Key` under which it is sent, however often. */
  key: string;
  /**
   * What has been sent without an answer, oldest first: the portal may have one of them. Sent again under the same key, it
   * is answered, not done twice.
   */
  sent: Sent[];
  /** Milliseconds since 1970. */
  savedAt: number;
  /** What the portal answered; the values are gone then. */
  receipt?: Receipt;
}

/** A new draft with a key of its own. */
export const newDraft = <Sent = ApplicationInput, Receipt = ApplicationReceipt>(
  id: string,
  version: string,
): Draft<Sent, Receipt> => ({
  id,
  version,
  values: {},
  step: 0,
  key: randomKey(),
  sent: [],
  savedAt: 0,
});

/**
 * What is to be kept of a draft, where another tab may have kept the same one meanwhile: an answer of the portal before all
 * else; what either tab has sent, without what the portal has `refused`. One that was never kept is the one under way.
 */
export function together<D extends Draft<unknown, unknown>>(
  draft: D,
  kept: D | undefined,
  refused?: D['sent'][number],
): D {
  const isNew = draft.savedAt === 0 && !kept?.receipt;
  if (!kept || !(isNew || draft.key === kept.key)) return draft;
  if (kept.receipt) return kept;
  if (draft.receipt) return draft;
  const ours = [refused, ...draft.sent].map((one) => JSON.stringify(one));
  const others = kept.sent.filter((one) => !ours.includes(JSON.stringify(one)));
  return { ...draft, key: kept.key, sent: [...others, ...draft.sent] };
}

/** 128 random bits. `crypto.randomUUID` is missing on pages without TLS, which village sites still are. */
const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
