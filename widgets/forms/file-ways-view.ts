import { html, nothing, type TemplateResult } from 'lit';

import type { FileMessages } from '../fields/field-kind.ts';
import { reportFailure } from '../portal/errors.ts';

/** What a browser offers to choose: telephones have HEIC, which some systems do not count among pictures. */
const ACCEPTED = 'image/*,.heic,.heif,application/pdf';

/** How files come into a field. */
interface Ways {
  messages: FileMessages;
  hasFiles: boolean;
  /** Whether the device is one with which photos are taken. */
  hasCamera: boolean;
  /** Ids of hint and error. */
  describedBy: string | typeof nothing;
  onChange: (event: Event) => void;
}

/** The buttons that add files, tied to hint and error by their ids, and the browser's own controls behind them. */
// eslint-disable-next-line max-lines-per-function -- markup: the buttons and what is behind them
export function fileWaysView({ messages, hasFiles, hasCamera, describedBy, onChange }: Ways): TemplateResult {
  const input = (name: string, capture: 'environment' | typeof nothing) =>
    html`<input
      class="hidden ${name}"
      type="file"
      tabindex="-1"
      aria-hidden="true"
      multiple
      accept=${capture === nothing ? ACCEPTED : 'image/*'}
      capture=${capture}
      @change=${onChange}
    />`;
  const open = (name: string) => (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    button.closest('fieldset')?.querySelector<HTMLInputElement>(`input.${name}`)?.click();
  };
  return html`<div class="add-ways">
      <button
        class="button second add"
        type="button"
        aria-describedby=${describedBy}
        @click=${open('choice')}
      >
        ${hasFiles ? messages.addMore : messages.add}
      </button>
      ${
        hasCamera
          ? html`<button class="button second" type="button" @click=${open('camera')}>
              ${messages.photo}
            </button>`
          : nothing
      }
    </div>
    ${input('choice', nothing)} ${hasCamera ? input('camera', 'environment') : nothing}`;
}

/** A window in which a picture is shown large. `showLarge` opens it. */
export const largeView = (name: string, close: string, onClose: () => void): TemplateResult =>
  html`<dialog aria-label=${name} @close=${onClose}>
    <canvas></canvas>
    <form method="dialog"><button class="button second">${close}</button></form>
  </dialog>`;

/** Opens the window of `largeView` with a picture, unless it is open. */
export function showLarge(root: ParentNode, file: File): void {
  const dialog = root.querySelector('dialog');
  if (dialog?.open !== false) return;
  dialog.showModal();
  // No address of it: the page's policy may forbid pictures that are not its own.
  createImageBitmap(file).then((picture) => {
    const canvas = dialog.querySelector('canvas');
    if (canvas) Object.assign(canvas, { width: picture.width, height: picture.height });
    canvas?.getContext('2d')?.drawImage(picture, 0, 0);
  }, reportFailure);
}
