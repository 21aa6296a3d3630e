import type { LitElement, TemplateResult } from 'lit';

import type { AddressIndex, SuggestOptions } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Bounds } from '../addresses/search/request.ts';
import type { Address } from '../contract/values/schemas.ts';
import type { ExtraMessages } from './extra-messages.ts';
import type { ChosenAddress } from './chosen-address.ts';
import type { Messages } from './messages.ts';

/** A suggestion with what is shown below it instead of what the index says of its house, if anything. */
export type NotedSuggestion = Suggestion & { readonly note?: string };

/**
 * Suggestions; `notice` is a sentence about all of them, or why there are none. `undefined` where there is no index, or nothing is
 * remembered.
 */
export type SuggestionList = (readonly NotedSuggestion[] & { readonly notice?: string }) | undefined;

/** What an editor needs of the address field. */
export interface EditorHost extends LitElement {
  readonly messages: Messages & Partial<ExtraMessages>;
  readonly form: HTMLFormElement | null;
  readonly hint: string;
  readonly name: string;
  /** The address; `undefined` while the field is empty. */
  readonly value: Address | undefined;
  readonly within: string;
  readonly near: string;
  /** Error text. */
  readonly error: string;
  /** Word behind the label of a field that may stay empty. */
  readonly optional: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly bounds: Bounds | '';
  readonly mode: 'line' | 'parts';
  readonly forgetful: boolean;
  /** The address index, as soon as it is fetched. */
  readonly addresses: AddressIndex | undefined;
  /** Searches within the field's `within`, `near` and `bounds`. */
  suggest: (text: string, options: SuggestOptions) => Promise<SuggestionList>;
  /** Opens the address index; `undefined` where the page has none. */
  openIndex: () => Promise<AddressIndex | undefined>;
  /** The code that is not needed before the first letters, as soon as it is fetched. */
  readonly extras: EditorExtras | undefined;
  /** Fetches the code that is not needed before the first letters; `undefined` where that fails. */
  loadExtras: () => Promise<EditorExtras | undefined>;
  /** Addresses that are remembered on this device. */
  suggestRemembered: () => Promise<SuggestionList>;
  /** Forgets all remembered addresses. */
  forgetAddresses: () => void;
  /** Fetches the files that the first letters will need. */
  prefetchIndex: () => void;
  /** Sets the value. `known` is what the index says of its house, if it was looked up. */
  setAddress: (address: Address | undefined, known?: Pick<Suggestion, 'listed'>) => void;
  /** Sets a postcode that the citizen types; without one the value gets that of the index again. */
  correctPostcode: (postcode?: string) => void;
  /** Chooses a suggestion, unless the host page refuses. `write` shows it in the editor and sets the value. */
  chooseSuggestion: (suggestion: Suggestion, write: () => void) => void;
  /** Sends `change`, if the value is another one than at the last `change`. */
  dispatchChange: () => void;
  /** Writes a text to the live region, which screen readers read. */
  announce: (text: string) => void;
}

/** What was searched for, and what was found. */
export interface SearchResult {
  text: string;
  options: SuggestOptions;
  suggestions: readonly Suggestion[];
}

/** What is searched for behind what was chosen before. */
export interface EndingSearch {
  chosen: ChosenAddress;
  text: string;
  signal: AbortSignal;
}

/** What editors need of `extras.ts`. */
interface EditorExtras {
  suggestionView: (suggestion: NotedSuggestion, host: EditorHost, showsMissing?: boolean) => TemplateResult;
  recognizeLine: (editor: RecognizableLine, needsHouse?: boolean) => Promise<void>;
  suggestBehind: (editor: LineWithEnding, search: EndingSearch) => Promise<SuggestionList>;
  addFias: (editor: RecognizableLine, chosen: ChosenAddress) => Promise<void>;
  retryLater: (box: Retrying, again: () => void) => void;
}

/** What is tried again: a combobox whose text the index could not be asked for. */
export interface Retrying {
  readonly host: EditorHost;
  readonly text: string;
  /** How often the index has not answered, one time after the other. */
  failures: number;
}

/** What is needed of the editor whose line is recognized. */
export interface RecognizableLine extends Retrying {
  readonly host: EditorHost;
  /** What was chosen, as long as the text begins with it. */
  chosen: ChosenAddress | undefined;
  /** The line that stays as it is. */
  kept: string;
  /** Puts back what was typed; `undefined` unless an address was taken for it. */
  undo: (() => void) | undefined;
  close(): void;
  /** Sets text and value. */
  write(text: string, chosen?: ChosenAddress): void;
  setAddress(): void;
}

/** What is needed of the editor in whose line an ending stands behind what was chosen. */
export interface LineWithEnding extends RecognizableLine {
  /** The suggestion for the house in the ending; `line` is the text for which it was found. */
  withHouse: ChosenAddress | undefined;
}

/** What an editor shows, besides the properties of the field. */
export interface EditorOptions {
  /** Label of the field: its own, that of the page, or «Адрес». */
  label: string;
  /** Whether a `<label>` of the page names the field. */
  isNamed: boolean;
  /** The postcode that was typed, else that of the index, else empty. */
  postcode: string;
}

/** The inputs of an address: one line, or parts. */
export interface AddressEditor {
  /** Shows the inputs. */
  render: (view: EditorOptions) => TemplateResult;
  /** Writes a value from outside into the inputs. */
  showValue: (value: Address | undefined) => void;
  /** Puts back what was typed; `undefined` unless an address was taken for it. */
  readonly undo?: (() => void) | undefined;
  /** Listed houses near one that is not; absent where the list has them. */
  readonly nearHouses?: readonly string[] | undefined;
  /** Takes one of them. */
  chooseHouse?: (house: string) => void;
  /** Aborts what is running, because the field has left the page. */
  stop: () => void;
}
