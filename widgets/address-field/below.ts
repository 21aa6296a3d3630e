import { html, nothing, type TemplateResult } from 'lit';

import type { Address } from '../contract/values/schemas.ts';
import type { Desk } from './editor.ts';
import { more } from './more-messages.ts';
import { adopt, styles } from './more.styles.ts';
import { postcodeField } from './postcode-field.ts';
import { isRemembered, remember } from './remembered.ts';

export interface BelowOptions {
  desk: Desk;
  address: Address;
  /** The postcode in the data. */
  known: string | undefined;
  /** The postcode as the citizen corrects it. */
  typed: string | undefined;
  /** The data do not list the house. */
  isUnlisted: boolean;
  /** The postcode has a field of its own elsewhere. */
  hasPostcode: boolean;
  isForgetful: boolean;
}

/** What stands below a whole address: what the data say of the house, and the offer to remember it. */
export function below(options: BelowOptions): TemplateResult {
  const { desk, address, known, typed, isUnlisted, hasPostcode, isForgetful } = options;
  const messages = { ...more, ...desk.messages };
  adopt(desk, styles);
  return html`<div class="below">
    ${isUnlisted ? html`<p class="unlisted">${messages.unlisted}</p>` : nothing}
    ${
      hasPostcode
        ? nothing
        : typed === undefined
          ? html`<p>
              ${messages.postcode(known)}
              <button
                class="link"
                type="button"
                aria-label="${messages.correct(known)}: ${messages.postcodeLabel}"
                ?disabled=${desk.matches(':disabled')}
                @click=${correct}
              >
                ${messages.correct(known)}
              </button>
            </p>`
          : postcodeField(desk, typed, known)
    }
    ${
      isForgetful
        ? nothing
        : html`<label class="remember"
            ><input type="checkbox" .checked=${isRemembered(address)} @input=${onRemember} /><span
              >${messages.remember}<span class="hint">${messages.rememberHint}</span></span
            ></label
          >`
    }
  </div>`;

  async function correct(): Promise<void> {
    desk.correct(known ?? '');
    await desk.updateComplete;
    desk.renderRoot.querySelector<HTMLInputElement>('#postcode')?.select();
  }

  /** Not a change of the field's value. */
  function onRemember(event: Event): void {
    event.stopPropagation();
    const box = event.target as HTMLInputElement;
    remember(address, box.checked);
    box.checked = isRemembered(address);
  }
}
