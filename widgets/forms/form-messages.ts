import type { Failure } from '../portal/errors.ts';

/**
 * A sentence. It may name the telephone by which somebody helps, and say that the draft is kept: `isSaved` is false where the device
 * refuses to keep it.
 */
export type NoticeText = string | ((phone: string, isSaved: boolean) => string);

/** What a form says about itself, whatever it asks: its draft was found, the portal refuses it, does not answer, is out of order. */
export type CommonNotice = 'restored' | 'refused' | Failure;

/** What every form says. */
export interface FormMessages {
  send: string;
  sending: string;
  summary: string;
  saved: string;
  notSaved: string;
  notices: Readonly<Record<CommonNotice, NoticeText> & Partial<Record<string, NoticeText>>>;
}

/** What a form says that has to be fetched. */
export interface LoadStateMessages {
  loading: string;
  unknown: string;
  unavailable: (phone: string) => string;
  retry: string;
}

export interface ConsentMessages {
  consentTitle: string;
  consent: string;
  consentDetails: string;
}

/** What is said when the portal has taken it. */
export interface ReceiptMessages {
  sent: string;
  earlier: string;
  number: string;
  code: string;
  keep: string;
  print: string;
  another: string;
}
