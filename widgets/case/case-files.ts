import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import {
  CaseFileListSchema,
  FileSignatureSchema,
  type CaseFile,
  type FileSignature,
} from '../contract/messages/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseSection } from './case-section.ts';
import type { Messages } from './messages.ts';
import { saveFile } from '../fields/save-file.ts';

/**
 * The files from the agency, the newest first. They are saved on the device and never opened on the page.
 *
 * @tagname okno-case-files
 */
export class CaseFiles extends CaseSection<CaseFile[]> {
  /** Id of a file → what the portal has said of its signature. */
  @state() private signatures: Readonly<Record<string, FileSignature>> = {};

  protected override async read(access: OpenCase, signal: AbortSignal): Promise<CaseFile[]> {
    return [...(await access.read('/files', CaseFileListSchema, signal)).items].reverse();
  }

  protected override renderShown(files: CaseFile[], messages: Messages): TemplateResult {
    if (!files.length) return html`<p class="quiet">${messages.noFiles}</p>`;
    return html`<ul class="entries">
      ${files.map(
        (file) =>
          html`<li class="entry">
            <b>${file.name}</b>
            <p class="small quiet">
              ${messages.size(file.size)} ·
              <time datetime=${file.issuedAt}>${messages.moment(file.issuedAt, this.timeZone)}</time>
            </p>
            <div class="buttons">
              <button
                class="button second"
                type="button"
                aria-disabled=${this.busy === file.id}
                aria-label=${this.busy === file.id ? nothing : messages.downloadWhat(file.name)}
                @click=${() => void this.#download(file)}
              >
                ${this.busy === file.id ? messages.downloading : messages.download}
              </button>
              ${this.#renderCheck(file, messages)}
            </div>
            ${this.#renderSignature(this.signatures[file.id])}
          </li>`,
      )}
    </ul>`;
  }

  #renderCheck({ id, name }: CaseFile, { checkSignature, checkWhat, checking }: Messages) {
    const isChecking = this.busy === `signature-${id}`;
    return html`<button
      class="link"
      type="button"
      aria-disabled=${isChecking}
      aria-label=${isChecking ? nothing : checkWhat(name)}
      @click=${() => void this.#check(id)}
    >
      ${isChecking ? checking : checkSignature}
    </button>`;
  }

  /** What the portal has said of a signature. */
  #renderSignature(signature: FileSignature | undefined) {
    if (!signature) return nothing;
    const { valid, note } = signature;
    return html`<p class="small ${valid ? 'tick' : 'note'}">${this.#signatureText(signature)}</p>
      ${note === undefined ? nothing : html`<p class="small quiet">${note}</p>`}`;
  }

  #signatureText({ valid, signer = '', reason = '', checkedAt }: FileSignature): string {
    const { messages, timeZone } = this;
    return valid ? messages.signed(signer, messages.moment(checkedAt, timeZone)) : messages.notSigned(reason);
  }

  /** The portal checks the file that it has itself: nothing is uploaded. */
  #check(id: string): Promise<void> {
    return this.run(`signature-${id}`, async () => {
      const signature = await this.access.read(`/files/${id}/signature`, FileSignatureSchema);
      this.signatures = { ...this.signatures, [id]: signature };
      this.announcer.say(this.#signatureText(signature));
    });
  }

  #download({ id, name }: CaseFile): Promise<void> {
    return this.run(id, async () => {
      saveFile(await this.access.download(`/files/${id}`, name));
      this.announcer.say(this.messages.downloaded(name));
    });
  }
}
