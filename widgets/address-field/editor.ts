import type { LitElement, TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { SuggestOptions } from '../addresses/suggest/reader.ts';
import type { Bounds } from '../addresses/search/request.ts';
import type { Address } from '../contract/values/schemas.ts';
import type { Messages } from './messages.ts';
import type { MoreMessages } from './more-messages.ts';
import type { Known } from './value.ts';

/** What can be offered; `undefined` where there is nothing to offer from. */
export type Offers = readonly Suggestion[] | undefined;

/** What the field does for the editor of its address. */
export interface Desk extends LitElement {
  readonly messages: Messages & Partial<MoreMessages>;
  readonly form: HTMLFormElement | null;
  readonly bounds: Bounds | '';
  /** Suggestions under the field's own constraints. */
  suggest: (text: string, options: SuggestOptions) => Promise<Offers>;
  /** Addresses that the citizen keeps on this device. */
  remembered: () => Promise<Offers>;
  forget: () => void;
  /** Fetches what the first letters will need. */
  prepare: () => void;
  /** Takes an address by hand; `known` is what the data say of it. */
  write: (address: Address | undefined, known?: Known) => void;
  /** Takes a postcode by hand; `undefined` is the one in the data. */
  correct: (postcode?: string) => void;
  /** Takes a suggestion, unless the page refuses; `put` writes it. */
  choose: (suggestion: Suggestion, put: () => void) => void;
  /** Tells the page that the citizen has done something. */
  settle: () => void;
  /** Says something to those who listen. */
  say: (words: string) => void;
}

/** How the field looks at the moment. */
export interface EditorView {
  label: string;
  /** A label of the page names the field. */
  isNamed: boolean;
  hint: string;
  error: string;
  optional: string;
  isRequired: boolean;
  isDisabled: boolean;
  /** As it was corrected, or as the data have it. */
  postcode: string;
}

/** What a citizen writes an address with: one line, or parts. */
export interface Editor {
  render: (view: EditorView) => TemplateResult;
  /** Shows a value from outside. */
  show: (value: Address | undefined) => void;
  /** Nothing more is wanted: the field has gone. */
  stop: () => void;
}
