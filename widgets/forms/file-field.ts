import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { FILE_MAX_BYTES, FILE_TYPES } from '../contract/uploads/limits.ts';
import type { Upload } from '../contract/values/schemas.ts';
import { fieldClass, describedBy, hintAndError, labelText } from '../fields/field.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { isUpload, type FileMessages } from '../fields/field-kind.ts';
import { UploadAddresses } from '../drafts/upload-addresses.ts';
import type { Portal } from '../portal/context.ts';
import { fileRefusal, uploadFile } from '../portal/uploads.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { backFromFiles } from './back-from-files.ts';
import { ru } from './file-messages.ts';

/** The upload of one file. */
interface Uploading {
  /** The part that is sent, from 0 to 1. */
  share: number;
  abort: AbortController;
}

/**
 * A field for files. Uploads a file as soon as it is chosen. A file that could not be uploaded stays in `value` as a `File`, and goes
 * with the application.
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
  readonly #addresses = new UploadAddresses();
  readonly #uploading = new Map<File, Uploading>();

  get #messages(): FileMessages {
    return this.messages ?? ru;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { abort } of this.#uploading.values()) abort.abort();
    this.#uploading.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) for (const file of this.value) if (!isUpload(file)) void this.#upload(file);
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
        ${value.map((file) => this.#renderFile(file))}
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

  #renderFile(file: Upload | File) {
    const messages = this.#messages;
    const uploading = isUpload(file) ? undefined : this.#uploading.get(file);
    return html`<li class="file">
      <span class="name"
        >${file.name}
        <span class="hint"
          >· ${messages.size(file.size)} · ${this.#stateOf(file)}
          ${uploading && uploading.share < 1 ? messages.share(uploading.share) : nothing}</span
        ></span
      >
      <button
        class="link"
        type="button"
        aria-label=${messages.removeWhat(file.name)}
        @click=${() => {
          this.#remove(file);
        }}
      >
        ${messages.remove}
      </button>
    </li>`;
  }

  /** State of a file in words. */
  #stateOf(file: Upload | File): string {
    const { done, waiting, uploading, scanning } = this.#messages;
    if (isUpload(file)) return done;
    const { share } = this.#uploading.get(file) ?? {};
    return share === undefined ? waiting : share < 1 ? uploading : scanning;
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

  #remove(file: Upload | File): void {
    if (!isUpload(file)) this.#uploading.get(file)?.abort.abort();
    this.refused = '';
    void this.#say(this.#messages.removed(file.name));
    this.#setValue(this.value.filter((other) => other !== file));
    this.focus();
  }

  #setValue(value: (Upload | File)[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }

  /** Uploads a file, and puts the upload in its place in `value`. Does nothing for a file that is being uploaded already. */
  async #upload(file: File): Promise<void> {
    if (this.#uploading.has(file)) return;
    const uploading = { share: 0, abort: new AbortController() };
    this.#uploading.set(file, uploading);
    this.requestUpdate();
    try {
      const stored = await uploadFile(this.portal, file, {
        addresses: this.#addresses,
        signal: uploading.abort.signal,
        onProgress: (share) => {
          uploading.share = share;
          this.requestUpdate();
        },
      });
      if (this.value.includes(file)) {
        this.#setValue(this.value.map((other) => (other === file ? stored : other)));
        void this.#say(this.#messages.arrived(file.name));
      }
    } catch (error) {
      // Only a file that is refused for good leaves the list. Any other one stays there, «загрузим при отправке».
      const refusal = fileRefusal(error);
      if (refusal && this.value.includes(file)) {
        this.#refuse([this.#messages[refusal](file.name)]);
        this.#setValue(this.value.filter((other) => other !== file));
      }
    } finally {
      this.#uploading.delete(file);
      this.requestUpdate();
    }
  }
}
