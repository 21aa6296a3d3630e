/* eslint lit-a11y/click-events-have-key-events: off -- the keys are those of the combobox, which keeps the focus */
import { html, nothing, type TemplateResult } from 'lit';

import type { ComboboxActions } from './combobox-keys.ts';

/** How the list of a combobox looks. */
interface ListOptions<E> {
  /** Accessible name. */
  label: string;
  /** Why the list is empty, or what is to be known of it; empty if nothing. */
  notice: string;
  entryView: (entry: E) => unknown;
}

/**
 * The list below the input of a combobox (WAI-ARIA APG), hidden while it is closed. VoiceOver reads the active entry as it is selected; the
 * others say nothing of it, or NVDA would call each of them «not selected».
 */
export const comboboxList = <E>(
  box: ComboboxActions<E>,
  { label, notice, entryView }: ListOptions<E>,
): TemplateResult =>
  html`<div class="popup" ?hidden=${!box.isOpen} @mousedown=${keepFocus}>
    ${notice && html`<p class="reason" aria-hidden="true">${notice}</p>`}
    <ul id="${box.prefix}list" role="listbox" aria-label=${label}>
      ${(box.isOpen ? box.entries : []).map(
        (entry, i) =>
          html`<li
            id="${box.prefix}entry-${i}"
            role="option"
            aria-selected=${i === box.activeIndex || nothing}
            @click=${() => {
              box.chooseEntry(entry);
            }}
          >
            ${entryView(entry)}
          </li>`,
      )}
    </ul>
  </div>`;

/** Keeps the focus in the input when the list is pressed. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
