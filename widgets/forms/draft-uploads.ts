import { html, nothing, type TemplateResult } from 'lit';

import type { Upload } from '../contract/values/schemas.ts';
import type { FileMessages } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import { stageText } from './file-list-view.ts';
import { ru } from './file-messages.ts';
import { FileUploads, type UploadEvent } from './file-uploads.ts';
import type { Form } from './form.ts';
import { filesIn, replaced } from './upload-draft-files.ts';

/**
 * Uploads the files of a draft, whichever step is shown, and puts each upload into its answer. Says what has come of a file where its
 * field does not.
 */
export class DraftUploads<Input, Receipt> {
  readonly #form: Form<Input, Receipt>;
  readonly #uploads: FileUploads;
  #files = new Set<File>();

  constructor(form: Form<Input, Receipt>, portal: Portal) {
    this.#form = form;
    this.#uploads = FileUploads.of(portal);
    this.#uploads.addEventListener('change', (event) => void this.#onChange(event as UploadEvent));
    form.uploadsView = () => this.#view();
  }

  get #messages(): FileMessages {
    return this.#form.plan.fileMessages?.() ?? ru;
  }

  /** Begins to upload what is new in the answers, and gives up what is not there any more. */
  follow(): void {
    const { stage, values } = this.#form.state;
    if (stage.at === 'sent') return;
    const files = new Set(filesIn(values).map(([, file]) => file));
    for (const file of files) this.#uploads.add(file);
    for (const file of this.#files) if (!files.has(file)) this.#uploads.drop(file);
    this.#files = files;
  }

  async #onChange(event: UploadEvent): Promise<void> {
    const { file, stage } = event;
    // The field comes first, where it is shown.
    await Promise.resolve();
    if (!this.#files.has(file)) return;
    this.#form.host.requestUpdate();
    if (event.defaultPrevented) return;
    if (stage.at === 'prepared') this.#put(file, stage.file);
    if (stage.at !== 'done' && stage.at !== 'refused') return;
    const messages = this.#messages;
    if (stage.at === 'done') this.#put(file, stage.upload);
    this.#form.host.announcer?.say(
      stage.at === 'done' ? messages.arrived(file.name) : messages[stage.why](file.name),
    );
  }

  /** The files that are still on their way. */
  #view(): TemplateResult | typeof nothing {
    const messages = this.#messages;
    const files = [...this.#files].flatMap((file) => {
      const stage = this.#uploads.stageOf(file);
      return stage && stage.at !== 'done' ? [{ file, stage }] : [];
    });
    if (!files.length) return nothing;
    const textOf = ({ file, stage }: (typeof files)[number]) =>
      stage.at === 'refused'
        ? messages[stage.why](file.name)
        : `${file.name} · ${stageText(stage, file.size, messages)}`;
    return html`<div class="note" id="uploads">
      <p>${messages.onTheWay}</p>
      <ul>
        ${files.map((one) => html`<li>${textOf(one)}</li>`)}
      </ul>
    </div>`;
  }

  #put(file: File, by: Upload | File): void {
    for (const [name, other] of filesIn(this.#form.state.values)) {
      const value = this.#form.state.values[name];
      if (other === file && Array.isArray(value)) this.#form.setValues({ [name]: replaced(value, file, by) });
    }
  }
}
