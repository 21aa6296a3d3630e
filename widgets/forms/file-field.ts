import { css, html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { FILE_MAX_BYTES, FILE_TYPES } from '../contract/uploads/limits.ts';
import type { Upload } from '../contract/values/schemas.ts';
import { fieldClass, describedBy, hintAndError, labelText } from '../fields/field.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { isUpload, type FileMessages } from '../fields/field-kind.ts';
import type { Portal } from '../portal/context.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { removeUpload } from '../portal/uploads.ts';
import { backFromFiles } from './back-from-files.ts';
import { fileView } from './file-list-view.ts';
import { ru } from './file-messages.ts';
import { FileUploads, type UploadEvent } from './file-uploads.ts';
import { replaced } from './upload-draft-files.ts';

/**
 * A field for files. Uploads a file as soon as it is chosen (`FileUploads`, also when the field is not shown any more). A file stays in
 * `value` as a `File` until the portal has it.
 *
 * @tagname okno-file-field
 * @fires {Event} change - The value has changed: files were added, removed, or uploaded.
 */
export class FileField extends WidgetElement {
  static override styles = [
    rootStyles,
    frameStyles,
    fieldStyles,
    css`
      .file {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 14px;
        align-items: center;
        padding: 4px 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .file .name {
        overflow-wrap: anywhere;
      }
      .file .acts {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: 0 14px;
      }
      .file progress {
        grid-column: 1 / -1;
        inline-size: 100%;
        block-size: 6px;
        accent-color: var(--accent);
      }
      .files {
        display: grid;
        gap: 8px;
      }
      fieldset.field > :not(legend) ~ * {
        margin-block-start: 8px;
      }
    `,
  ];

  @property() label = '';
  @property() hint = '';
  /** Error text; shown above the files. */
  @property() error = '';
  /** Word behind the label of a field that may stay empty. */
  @property() optional = '';
  @property({ type: Boolean }) required = false;
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: FileMessages | undefined;
  /** The portal to which files are uploaded. */
  @property({ attribute: false }) portal!: Portal;
  /** Uploaded files (`Upload`) and files that still have to be uploaded (`File`), in the order in which they were chosen. */
  @property({ attribute: false }) value: (Upload | File)[] = [];

  /** The sentence that says why a file was refused; empty after a choice that was accepted. */
  @state() private refused = '';
  /** Resolves when who listens is back on the page. */
  #isBack: Promise<void> | undefined;

  get #messages(): FileMessages {
    return this.messages ?? ru;
  }

  get #uploads(): FileUploads {
    return FileUploads.of(this.portal);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#uploads.removeEventListener('change', this.#onUpload);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#uploads.addEventListener('change', this.#onUpload);
    if (changed.has('value')) for (const file of this.value) if (!isUpload(file)) this.#uploads.add(file);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button.add')?.focus(options);
  }

  protected override render() {
    const { hint, value } = this;
    const messages = this.#messages;
    const described = {
      id: 'files',
      hint: [hint, messages.hint].filter(Boolean).join('. '),
      error: this.refused || this.error,
    };
    return html`<fieldset class=${fieldClass(described.error)}>
      <legend>${labelText(this)}</legend>
      ${hintAndError(described)}
      <ul class="files" ?hidden=${!value.length}>
        ${value.map((file) => fileView(file, messages, { uploads: this.#uploads, remove: this.#remove }))}
      </ul>
      ${this.#renderAdd(describedBy(described))}
    </fieldset>`;
  }

  /** The button, tied to hint and error by their ids, and the browser's own control behind it. */
  #renderAdd(ids: ReturnType<typeof describedBy>) {
    const messages = this.#messages;
    return html`<div>
        <button class="button second add" type="button" aria-describedby=${ids} @click=${this.#onAdd}>
          ${this.value.length ? messages.addMore : messages.add}
        </button>
      </div>
      <input
        class="hidden"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        multiple
        accept=${FILE_TYPES.join()}
        @change=${this.#onChange}
      />`;
  }

  readonly #onAdd = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>('input')?.click();
  };

  readonly #onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    // Without this, choosing the same file again after removing it would send no `change`.
    input.value = '';
    this.#isBack = backFromFiles(this);
    this.#refuse(chosen.map((file) => this.#refusalOf(file)));
    const good = chosen.filter((file) => !this.#refusalOf(file));
    if (good.length) this.#setValue([...this.value, ...good]);
  };

  /** The sentence that says why a file is not taken; empty where it is. */
  #refusalOf({ name, type, size }: File): string {
    if (!(FILE_TYPES as readonly string[]).includes(type)) return this.#messages.wrongType(name);
    return size > FILE_MAX_BYTES ? this.#messages.tooLarge(name) : '';
  }

  #refuse(sentences: readonly string[]): void {
    this.refused = sentences.filter(Boolean).join(' ');
    void this.#say(this.refused);
  }

  async #say(sentence: string): Promise<void> {
    await this.#isBack;
    this.announcer.say(sentence);
  }

  readonly #remove = (file: Upload | File): void => {
    if (isUpload(file)) void removeUpload(this.portal, file.id);
    else this.#uploads.remove(file);
    this.refused = '';
    void this.#say(this.#messages.removed(file.name));
    this.#setValue(this.value.filter((other) => other !== file));
    this.focus();
  };

  #setValue(value: (Upload | File)[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }

  /** Shows where a file stands, and puts the upload in its place in `value`. */
  readonly #onUpload = (event: Event): void => {
    const { file, stage } = event as UploadEvent;
    if (!this.value.includes(file)) return;
    event.preventDefault();
    this.requestUpdate();
    const { arrived } = this.#messages;
    if (stage.at === 'refused') void this.#say(this.#messages[stage.why](file.name));
    if (stage.at !== 'done') return;
    this.#setValue(replaced(this.value, file, stage.upload));
    void this.#say(arrived(file.name));
  };
}
