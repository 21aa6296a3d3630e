import { html, type TemplateResult } from 'lit';

import { CaseFileListSchema, type CaseFile } from '../contract/messages/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseSection } from './case-section.ts';
import type { Messages } from './messages.ts';
import { saveFile } from './save-file.ts';

/**
 * The files from the agency, the newest first. They are saved on the device and never opened on the page.
 *
 * @tagname okno-case-files
 */
export class CaseFiles extends CaseSection<CaseFile[]> {
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
            <button
              class="button second"
              type="button"
              aria-disabled=${this.busy === file.id}
              aria-label=${messages.downloadWhat(file.name)}
              @click=${() => void this.#download(file)}
            >
              ${this.busy === file.id ? messages.downloading : messages.download}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #download({ id, name }: CaseFile): Promise<void> {
    return this.run(id, async () => {
      saveFile(await this.access.download(`/files/${id}`, name));
      this.announcer?.say(this.messages.downloaded(name));
    });
  }
}
