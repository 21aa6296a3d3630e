import { html, nothing, type TemplateResult } from 'lit';

import type { Upload } from '../contract/values/schemas.ts';
import { isUpload, type FileMessages } from '../fields/field-kind.ts';
import type { FileUploads, UploadStage } from './file-uploads.ts';

/** What a citizen does with one of the files. */
export interface FileActions {
  uploads: FileUploads;
  remove: (file: Upload | File) => void;
  /** Puts a file one place earlier (-1) or later (1). */
  move: (file: Upload | File, by: 1 | -1) => void;
  turn: (file: Upload | File) => void;
  look: (file: File) => void;
}

/** The files of an answer, in order. */
interface ListedFiles {
  files: readonly (Upload | File)[];
  messages: FileMessages;
  actions: FileActions;
}

/** One of the files of an answer, by its place: its name, where it stands, and what can be done with it. */
export function fileView(
  place: number,
  { files, messages, actions }: ListedFiles,
): TemplateResult | typeof nothing {
  const file = files[place];
  if (!file) return nothing;
  const { uploads } = actions;
  const stage: UploadStage = isUpload(file)
    ? { at: 'done', upload: file }
    : (uploads.stageOf(file) ?? { at: 'preparing' });
  const { name, size } = file;
  const warning = uploads.warningOf(file);
  return html`<li class="file">
    <span class="name"
      >${files.length > 1 ? `${place + 1}. ` : ''}${name} ${stageView(stage, size, { name, messages })}
      ${warning ? html`<span class="hint warning">${messages.warnings[warning]}</span>` : nothing}</span
    >
    ${stage.at === 'sending' ? html`<progress aria-hidden="true" max=${size} .value=${stage.sent}></progress>` : nothing}
    <span class="acts">
      ${isUpload(file) ? nothing : flowButton(file, stage, { messages, uploads })}
      ${pictureButtons(file, { messages, actions })} ${orderButtons(place, { files, messages, actions })}
      ${linkButton(messages.remove, messages.removeWhat(name), () => {
        actions.remove(file);
      })}
    </span>
  </li>`;
}

/** Where a file of so many bytes stands; where it was refused, why. */
const stageView = (
  stage: UploadStage,
  size: number,
  { name, messages }: { name: string; messages: FileMessages },
) =>
  stage.at === 'refused'
    ? html`<span class="error">${messages[stage.why](name)}</span>`
    : html`<span class="hint">· ${messages.size(size)} · ${stageText(stage, size, messages)}</span>`;

/** Stops an upload, or goes on with it. */
function flowButton(
  file: File,
  { at }: UploadStage,
  { messages, uploads }: { messages: FileMessages; uploads: FileUploads },
): TemplateResult | typeof nothing {
  if (at === 'done' || at === 'refused') return nothing;
  if (at === 'paused' || at === 'held' || at === 'resting')
    return linkButton(messages.goOn, messages.goOnWhat(file.name), () => {
      uploads.goOn(file);
    });
  return linkButton(messages.pause, messages.pauseWhat(file.name), () => {
    uploads.pause(file);
  });
}

/** What can be done with a picture whose bytes are on this page. */
function pictureButtons(
  file: Upload | File,
  { messages, actions }: Omit<ListedFiles, 'files'>,
): TemplateResult | typeof nothing {
  const picture = actions.uploads.localOf(file);
  if (!picture?.type.startsWith('image/')) return nothing;
  return html`${linkButton(messages.look, messages.lookWhat(file.name), () => {
    actions.look(picture);
  })}
  ${linkButton(messages.turn, messages.turnWhat(file.name), () => {
    actions.turn(file);
  })}`;
}

/** Puts a page of several before or behind the one beside it. */
function orderButtons(place: number, { files, messages, actions }: ListedFiles) {
  const file = files[place];
  if (!file) return nothing;
  const button = (by: 1 | -1, text: string, label: string) =>
    files[place + by]
      ? html`<button
          class="link"
          type="button"
          data-by=${by}
          aria-label=${label}
          @click=${() => {
            actions.move(file, by);
          }}
        >
          ${text}
        </button>`
      : nothing;
  return html`${button(-1, messages.earlier, messages.earlierWhat(file.name))}
  ${button(1, messages.later, messages.laterWhat(file.name))}`;
}

const linkButton = (text: string, label: string, act: () => void) =>
  html`<button class="link" type="button" aria-label=${label} @click=${act}>${text}</button>`;

/** Where a file of so many bytes stands, in words. */
export function stageText(stage: UploadStage, size: number, messages: FileMessages): string {
  if (stage.at === 'refused') return '';
  if (stage.at === 'prepared') return messages.preparing;
  if (stage.at !== 'sending') return messages[stage.at];
  const { sent, speed } = stage;
  if (sent >= size) return messages.scanning;
  return `${messages.uploading}: ${messages.progress(sent, size, speed && (size - sent) / speed)}`;
}
