import type { Failure } from '../portal/errors.ts';
import type { DraftMessages } from './draft-messages.ts';
import type { SavingMessages } from './receipt-messages.ts';
import type { SendingMessages } from './sending-messages.ts';

/**
 * A sentence. It may name the telephone by which somebody helps, and say that the draft is kept: `isSaved` is false where the device
 * refuses to keep it.
 */
export type NoticeText = string | ((phone: string, isSaved: boolean) => string);

/** Notices that every form has: its draft was found, the portal has refused it, may have it, or sending has failed. */
export type CommonNotice = 'restored' | 'refused' | 'unclear' | Failure;

/** Texts of every form that are there at its first paint. The rules bring all others, so `offline` says that they did not come. */
export interface FirstFormMessages {
  send: string;
  /** On the button, while the form is being sent. */
  sending: string;
  /** The device has saved the draft. */
  saved: string;
  notices: Readonly<Record<'offline', NoticeText>>;
}

/** Texts of every form. */
export interface FormMessages extends FirstFormMessages {
  /** Title of the list of mistakes. */
  summary: string;
  draft: DraftMessages;
  /** Only in a form that is sent again by itself. */
  outbox?: SendingMessages;
  notices: Readonly<Record<CommonNotice, NoticeText> & Partial<Record<string, NoticeText>>>;
}

/** The texts of a form as far as they have come. */
export type SomeFormMessages = FirstFormMessages &
  Partial<Pick<FormMessages, 'summary' | 'draft' | 'outbox'>>;

/** Texts of a form that is fetched before it is shown: while it is, and where that has failed. */
export interface FirstLoadStateMessages {
  loading: string;
  /** The form is still being fetched after some seconds. */
  slow: (phone: string) => string;
  /** The form could not be fetched; with the telephone by which somebody helps. */
  unavailable: (phone: string) => string;
  retry: string;
}

/** All texts of such a form, also where there is none. */
export interface LoadStateMessages extends FirstLoadStateMessages {
  /** There is no such form. */
  unknown: string;
  /** The service has a card, but no form. */
  noForm: (phone: string) => string;
  /** The link to the card. */
  card: string;
}

/** Texts of the consent to the processing of personal data. */
export interface ConsentMessages {
  consentTitle: string;
  consent: string;
  /** The link to the whole text of the consent. */
  consentDetails: string;
}

/** Texts of the receipt. */
export interface ReceiptMessages {
  draft: DraftMessages;
  sent: string;
  /** It came on a day off: the day of registration, `YYYY-MM-DD`. */
  registeredOn: (day: string) => string;
  /** The portal has the version before the last changes. */
  earlier: string;
  number: string;
  code: string;
  /** Asks the citizen to write down number and code. */
  keep: string;
  print: string;
  saving: SavingMessages;
  /** The button that starts another one. */
  another: string;
}
