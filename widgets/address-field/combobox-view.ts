/* eslint lit-a11y/accessible-name: off -- the combobox is named by its label */
import { html, nothing, type TemplateResult } from 'lit';

import type { ComboboxActions } from '../fields/combobox-keys.ts';
import { comboboxList } from '../fields/combobox-list.ts';
import type { EditorHost } from './editor.ts';
import { listNotice, type ListContent, type ListEntry } from './list-entries.ts';
import { MAX_ADDRESS_LENGTH } from './value.ts';

/** How an editor wants a combobox to look. */
export interface ComboboxOptions {
  /** Ids for `aria-describedby`. */
  describedBy: string;
  /** Accessible name, if the shadow root has no `<label>` for the input. */
  name?: string;
  /** What a browser may fill in; nothing by default. */
  autocomplete?: AutoFill;
  /** Whether an entry says which part is missing in it: «допишите дом». */
  showsMissing?: boolean;
  /** Whether another combobox shows the error of the field, and that the field is required. */
  isErrorElsewhere?: boolean;
}

/** What the view needs of a combobox. */
export interface ComboboxState extends ComboboxActions<ListEntry> {
  readonly host: EditorHost;
  /** The text in the input. */
  readonly text: string;
  /** What the list shows, or showed last. */
  readonly content: ListContent;
  /** Id of the input. */
  readonly id: string;
  /** Whether a search has no result yet. */
  readonly isBusy: boolean;
  readonly onFocus: () => void;
  readonly onInput: (event: Event) => void;
  readonly onChange: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** An editable combobox with a list of suggestions (WAI-ARIA APG). */
export function comboboxView(box: ComboboxState, view: ComboboxOptions): TemplateResult {
  const { error, messages } = box.host;
  const isBad = !view.isErrorElsewhere && !!error;
  return html`<div class="combo ${isBad ? 'bad' : ''}">
    ${inputView(box, view, isBad)}${
      box.isBusy ? html`<span class="busy" aria-hidden="true">${messages.busy}</span>` : nothing
    }
    ${listView(box, view)}
  </div>`;
}

/** The input; `isBad`: it shows an error. */
function inputView(box: ComboboxState, view: ComboboxOptions, isBad: boolean): TemplateResult {
  const { host, prefix } = box;
  return html`<input
    class="input"
    id=${box.id}
    role="combobox"
    aria-label=${view.name || nothing}
    aria-autocomplete="list"
    aria-expanded=${box.isOpen}
    aria-controls="${prefix}list"
    aria-activedescendant=${box.activeIndex < 0 ? nothing : `${prefix}entry-${box.activeIndex}`}
    aria-describedby=${view.describedBy}
    aria-invalid=${isBad || nothing}
    aria-required=${!view.isErrorElsewhere && host.required}
    name=${host.name || box.id}
    autocomplete=${view.autocomplete ?? 'off'}
    autocapitalize="off"
    spellcheck="false"
    enterkeyhint="done"
    maxlength=${MAX_ADDRESS_LENGTH}
    .value=${box.text}
    ?disabled=${host.disabled}
    @focus=${box.onFocus}
    @input=${box.onInput}
    @compositionend=${box.onInput}
    @change=${box.onChange}
    @keydown=${box.onKeydown}
    @blur=${box.onBlur}
  />`;
}

/** The list below the input, with the reason why it is empty. Of a suggestion it shows the line, until the code that shows more is fetched. */
function listView(box: ComboboxState, { showsMissing }: ComboboxOptions): TemplateResult {
  const { host } = box;
  const { messages } = host;
  return comboboxList(box, {
    label: messages.list,
    notice: box.isOpen ? listNotice(box.content, messages) : '',
    entryView: (entry) =>
      typeof entry === 'string'
        ? html`<span class="more">${messages[entry](box.text.trim())}</span>`
        : (host.extras?.suggestionView(entry, host, showsMissing) ?? entry.line),
  });
}
