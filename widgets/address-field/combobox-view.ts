/* eslint lit-a11y/accessible-name: off -- the combobox is named by its label */
/* eslint lit-a11y/click-events-have-key-events: off -- the keys are those of the combobox, which keeps the focus */
import { html, nothing, type TemplateResult } from 'lit';

import type { ComboboxActions } from './combobox-keys.ts';
import { entriesFor, listNotice, type ListEntry } from './list-entries.ts';
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
export interface ComboboxState extends ComboboxActions {
  /** Id of the input. */
  readonly id: string;
  /** Beginning of the ids of the list and its entries: in the parts, two comboboxes stand in one shadow root. */
  readonly prefix: string;
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

/** The list below the input, hidden while it is closed, with the reason why it is empty. */
function listView(box: ComboboxState, { showsMissing }: ComboboxOptions): TemplateResult {
  const { isOpen, content, prefix } = box;
  const { messages } = box.host;
  const typed = box.text.trim();
  const notice = isOpen && listNotice(content, messages);
  return html`<div class="popup" ?hidden=${!isOpen} @mousedown=${keepFocus}>
    ${notice ? html`<p class="reason" aria-hidden="true">${notice}</p>` : nothing}
    <ul id="${prefix}list" role="listbox" aria-label=${messages.list}>
      ${(isOpen ? entriesFor(content, typed) : []).map(
        (entry, i) =>
          html`<li
            id="${prefix}entry-${i}"
            role="option"
            aria-selected=${i === box.activeIndex}
            @click=${() => {
              box.chooseEntry(entry);
            }}
          >
            ${entryView(box, entry, showsMissing)}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** An entry; of a suggestion its line, until the code that shows more is fetched. */
function entryView({ host, text }: ComboboxState, entry: ListEntry, showsMissing: boolean | undefined) {
  return typeof entry === 'string'
    ? html`<span class="more">${host.messages[entry](text.trim())}</span>`
    : (host.extras?.suggestionView(entry, host, showsMissing) ?? entry.line);
}

/** Keeps the focus in the input when the list is pressed. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
