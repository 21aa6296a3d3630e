import type { LitElement, TemplateResult } from 'lit';

import type { Addresses, SuggestOptions } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Bounds } from '../addresses/search/request.ts';
import type { Address } from '../contract/values/schemas.ts';
import type { ExtraMessages } from './extra-messages.ts';
import type { Messages } from './messages.ts';

/** What can be offered; `undefined` where there is nothing to offer from. */
export type Offers = readonly Suggestion[] | undefined;

/** What the field does for the editor of its address. */
export interface EditorHost extends LitElement {
  readonly messages: Messages & Partial<ExtraMessages>;
  readonly form: HTMLFormElement | null;
  readonly hint: string;
  /** What is wrong, in words. */
  readonly error: string;
  /** Word behind the label of a field that may stay empty. */
  readonly optional: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly bounds: Bounds | '';
  readonly mode: 'line' | 'parts';
  readonly forgetful: boolean;
  /** The index, once it has come. */
  readonly addresses: Addresses | undefined;
  /** Suggestions under the field's own constraints. */
  suggest: (text: string, options: SuggestOptions) => Promise<Offers>;
  /** The index; nothing where there is none. */
  open: () => Promise<Addresses | undefined>;
  /** Addresses that the citizen keeps on this device. */
  remembered: () => Promise<Offers>;
  forget: () => void;
  /** Fetches what the first letters will need. */
  prepare: () => void;
  /** Takes an address by hand. */
  write: (address: Address | undefined, known?: Pick<Suggestion, 'listed'>) => void;
  /** Takes a postcode by hand; `undefined` is the one in the data. */
  correctPostcode: (postcode?: string) => void;
  /** Takes a suggestion, unless the page refuses; `put` writes it. */
  choose: (suggestion: Suggestion, put: () => void) => void;
  /** Tells the page that the citizen has done something. */
  settle: () => void;
  /** Says something to those who listen. */
  say: (words: string) => void;
}

/** How the field looks at the moment, besides what its properties say. */
export interface EditorView {
  label: string;
  /** A label of the page names the field. */
  isNamed: boolean;
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
