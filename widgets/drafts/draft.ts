/** Name of the IndexedDB database that keeps drafts. */
export const DATABASE_NAME = 'okno';

/**
 * What a citizen has typed and not yet sent; after sending, the receipt. `Sent` is an input as it is sent to the portal, `Receipt`
 * what the portal answers.
 */
export interface Draft<Sent = unknown, Receipt = unknown, Values = unknown> {
  /** Slug of the service, or another name that is unique on the site. */
  id: string;
  /** Version of the form definition; empty for forms that have none. */
  version: string;
  /** The values as they were typed, by the names of the questions. A file that is not uploaded yet is a `File`. */
  values: Values;
  /** The step that was shown last, from 0. */
  step: number;
  /** The `Idempotency-Key` of every attempt to send it: 32 hexadecimal digits. */
  key: string;
  /**
   * Inputs that were sent and got no response, the oldest first. The portal may have one of them. Under the same key it answers
   * again and stores nothing twice.
   *
   * @example
   * [] // nothing is on its way
   * [first, changed] // the citizen has changed an answer after the first attempt
   */
  sent: Sent[];
  /** When the device has saved it, in milliseconds since 1970; 0 before that. */
  savedAt: number;
  /** What the portal has answered; absent until then. Then the values are removed, except those that the form's plan keeps. */
  receipt?: Receipt;
}

/** Makes an empty draft with a new key. */
export const newDraft = (id: string, version: string): Draft<never, never, Record<string, never>> => ({
  id,
  version,
  values: {},
  step: 0,
  key: randomKey(),
  sent: [],
  savedAt: 0,
});

/** 128 random bits as 32 hexadecimal digits. `crypto.randomUUID` is missing on pages without TLS, which village sites still are. */
const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
