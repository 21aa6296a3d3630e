/** Name of the database of drafts on the device. */
export const DATABASE_NAME = 'okno';

/** What a citizen has typed and not yet sent, and what came of it. */
export interface Draft<Sent = unknown, Receipt = unknown, Values = unknown> {
  /** Slug of the service, or another name that is unique on the site. */
  id: string;
  /** Version of the form it was filled in. */
  version: string;
  /** What stands in the fields, as it was typed. Files that the portal has not yet taken are kept themselves. */
  values: Values;
  /** The step it was left at, from 0. */
  step: number;
  /** The `Idempotency-Key` under which it is sent, however often. */
  key: string;
  /**
   * What has been sent without an answer, oldest first: the portal may have one of them. Sent again under the same key, it
   * is answered, not done twice.
   */
  sent: Sent[];
  /** Milliseconds since 1970; 0 before it was kept. */
  savedAt: number;
  /** What the portal answered; the values are gone then. */
  receipt?: Receipt;
}

/** A new draft with a key of its own. */
export const newDraft = (id: string, version: string): Draft<never, never, Record<string, never>> => ({
  id,
  version,
  values: {},
  step: 0,
  key: randomKey(),
  sent: [],
  savedAt: 0,
});

/** 128 random bits. `crypto.randomUUID` is missing on pages without TLS, which village sites still are. */
const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
