import { html, nothing, type TemplateResult } from 'lit';

import type { Upload } from '../contract/values/schemas.ts';
import { isUpload, type FileMessages } from '../fields/field-kind.ts';
import type { FileUploads, UploadStage } from './file-uploads.ts';

/** What a citizen does with one of the files. */
export interface FileActions {
  uploads: FileUploads;
  remove: (file: Upload | File) => void;
}

/** One of the files of an answer: its name, where it stands, and what can be done with it. */
export function fileView(file: Upload | File, messages: FileMessages, actions: FileActions): TemplateResult {
  const stage: UploadStage = isUpload(file)
    ? { at: 'done', upload: file }
    : (actions.uploads.stageOf(file) ?? { at: 'waiting' });
  const { name, size } = file;
  return html`<li class="file" data-stage=${stage.at}>
    <span class="name"
      >${name}
      ${
        stage.at === 'refused'
          ? html`<span class="error">${messages[stage.why](name)}</span>`
          : html`<span class="hint">· ${messages.size(size)} · ${stageText(stage, size, messages)}</span>`
      }</span
    >
    <span class="acts">
      ${isUpload(file) ? nothing : flowButton(file, stage, { messages, ...actions })}
      ${linkButton(messages.remove, messages.removeWhat(name), () => {
        actions.remove(file);
      })}
    </span>
    ${stage.at === 'sending' ? html`<progress aria-hidden="true" max=${size} .value=${stage.sent}></progress>` : nothing}
  </li>`;
}

/** Stops an upload, or goes on with it. */
function flowButton(
  file: File,
  { at }: UploadStage,
  { messages, uploads }: FileActions & { messages: FileMessages },
): TemplateResult | typeof nothing {
  if (at === 'done' || at === 'refused') return nothing;
  if (at === 'waiting' || at === 'sending')
    return linkButton(messages.pause, messages.pauseWhat(file.name), () => {
      uploads.pause(file);
    });
  return linkButton(messages.goOn, messages.goOnWhat(file.name), () => {
    uploads.goOn(file);
  });
}

const linkButton = (text: string, label: string, act: () => void) =>
  html`<button class="link" type="button" aria-label=${label} @click=${act}>${text}</button>`;

/** Where a file of so many bytes stands, in words. */
export function stageText(stage: UploadStage, size: number, messages: FileMessages): string {
  if (stage.at === 'refused') return '';
  if (stage.at !== 'sending') return messages[stage.at];
  const { sent, speed } = stage;
  if (sent >= size) return messages.scanning;
  return `${messages.uploading}: ${messages.progress(sent, size, speed && (size - sent) / speed)}`;
}
