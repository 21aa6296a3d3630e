/** Name of the IndexedDB database that keeps drafts. Other scripts of the host's site use its origin too: the name is ours alone. */
export const DATABASE_NAME = 'okno-vault';

/** The answers of a draft, by the names of the questions. A file that is not uploaded yet is a `File` in an array. */
type DraftValues = Readonly<Record<string, unknown>>;

/** What a citizen has pressed the button on that sends it. */
export interface Pressed {
  /** Her answers then (`answersText`): a change after it is not sent without asking. */
  answers: string;
  /** When, in milliseconds since 1970. */
  at: number;
  /** Version of the consent that was ticked. */
  consent: string;
  /** Whether it waits for a connection, as she has chosen. */
  isQueued?: true;
}

/**
 * What a citizen has typed and not yet sent; after sending, the receipt. `Sent` is an input as it is sent to the portal, `Receipt`
 * what the portal answers.
 */
export interface Draft<Sent = unknown, Receipt = unknown, Values extends DraftValues = DraftValues> {
  /** Slug of the service, or another name that is unique on the site; `rating-222026004217`, `detskiy-sad~1` for a second one. */
  id: string;
  /** Version of the form definition; empty for forms that have none. */
  version: string;
  /** The values as they were typed. */
  values: Values;
  /** When each answer was changed, in milliseconds since 1970. */
  changedAt: Readonly<Record<string, number>>;
  /** Answers that two tabs have changed at once: the earlier ones, which are not in `values`, until the citizen has chosen. */
  others: Readonly<Record<string, readonly unknown[]>>;
  /** The step that was shown last, from 0. */
  step: number;
  /** Names of the questions of that step: another version of the form may have it in another place. */
  stepQuestions: readonly string[];
  /** Name of the question that had the focus; empty where none had. */
  focus: string;
  /** First name and patronymic of the citizen who was signed in when it was typed; empty where nobody was. */
  owner: string;
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
  /** What she has pressed the button on; absent before that, and where it was accepted or refused. */
  pressed?: Pressed | undefined;
  /** When the device has saved it, in milliseconds since 1970; 0 before that. */
  savedAt: number;
  /** Answers and files that the device has lost, by their names; empty for what was not restored from it. */
  lost: readonly string[];
  /** The draft of the portal of which it is a copy, and its version; absent for one that was begun on this device. */
  portalDraft?: { id: string; version: string };
  /** Whether it is a note about a case, and no draft: it is kept as long as a receipt. */
  isNote?: true;
  /** What the portal has answered; absent until then. Then the values are removed, except those that the form's plan keeps. */
  receipt?: Receipt;
  /** Whether the portal has accepted what was sent first, without the changes after it. */
  isEarlierVersion?: boolean;
}

/** Makes an empty draft with a new key. */
export const newDraft = (id: string, version: string): Draft<never, never, Record<string, never>> => ({
  id,
  version,
  values: {},
  changedAt: {},
  others: {},
  step: 0,
  stepQuestions: [],
  focus: '',
  owner: '',
  key: randomKey(),
  sent: [],
  savedAt: 0,
  lost: [],
});

/** 128 random bits as 32 hexadecimal digits. `crypto.randomUUID` is missing on pages without TLS, which village sites still are. */
export const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
