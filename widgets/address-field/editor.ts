import type { LitElement, TemplateResult } from 'lit';

import type { AddressIndex, SuggestOptions } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Bounds } from '../addresses/search/request.ts';
import type { Address } from '../contract/values/schemas.ts';
import type { ExtraMessages } from './extra-messages.ts';
import type { Messages } from './messages.ts';

/** What can be offered; `undefined` where there is nothing to offer from. */
export type SuggestionList = readonly Suggestion[] | undefined;

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
  readonly addresses: AddressIndex | undefined;
  /** Suggestions under the field's own constraints. */
  suggest: (text: string, options: SuggestOptions) => Promise<SuggestionList>;
  /** The index; nothing where there is none. */
  openIndex: () => Promise<AddressIndex | undefined>;
  /** Addresses that the citizen keeps on this device. */
  suggestRemembered: () => Promise<SuggestionList>;
  forgetAddresses: () => void;
  /** Fetches what the first letters will need. */
  prefetchIndex: () => void;
  /** Takes an address by hand. */
  setAddress: (address: Address | undefined, known?: Pick<Suggestion, 'listed'>) => void;
  /** Takes a postcode by hand; `undefined` is the one in the data. */
  correctPostcode: (postcode?: string) => void;
  /** Takes a suggestion, unless the page refuses; `put` writes it. */
  chooseSuggestion: (suggestion: Suggestion, put: () => void) => void;
  /** Tells the page that the citizen has done something. */
  dispatchChange: () => void;
  /** Says something to those who listen. */
  announce: (words: string) => void;
}

/** How the field looks at the moment, besides what its properties say. */
export interface EditorOptions {
  label: string;
  /** A label of the page names the field. */
  isNamed: boolean;
  /** As it was corrected, or as the data have it. */
  postcode: string;
}

/** What a citizen writes an address with: one line, or parts. */
export interface AddressEditor {
  render: (view: EditorOptions) => TemplateResult;
  /** Shows a value from outside. */
  showValue: (value: Address | undefined) => void;
  /** Nothing more is wanted: the field has gone. */
  stop: () => void;
}
