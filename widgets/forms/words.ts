import type { Failure } from '../portal/errors.ts';

/** A sentence; it may name the telephone by which somebody helps. */
export type Sentence = string | ((phone: string) => string);

/** What a form says about itself, whatever it asks: its draft was found, the portal refuses it, does not answer, is out of order. */
export type CommonNotice = 'restored' | 'refused' | Failure;

/** What every form says. */
export interface FormWords {
  send: string;
  sending: string;
  summary: string;
  saved: string;
  notSaved: string;
  notices: Readonly<Record<CommonNotice, Sentence> & Partial<Record<string, Sentence>>>;
}

/** What a form says that has to be fetched. */
export interface ClosedWords {
  loading: string;
  unknown: string;
  unavailable: (phone: string) => string;
  retry: string;
}

export interface ConsentWords {
  consentTitle: string;
  consent: string;
  consentDetails: string;
}

/** What is said when the portal has taken it. */
export interface ReceiptWords {
  sent: string;
  earlier: string;
  number: string;
  code: string;
  keep: string;
  print: string;
  another: string;
}
