import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Upload } from '../contract/values/schemas.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { fieldClass, describedBy, hintAndError, labelText } from '../fields/field.ts';
import { isUpload, type FileMessages } from '../fields/field-kind.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import type { Portal } from '../portal/context.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import { removeUpload } from '../portal/uploads.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { backFromFiles } from './back-from-files.ts';
import { fileFieldStyles } from './file-field.styles.ts';
import { fileView, type FileActions } from './file-list-view.ts';
import { ru } from './file-messages.ts';
import { FileUploads, type UploadEvent } from './file-uploads.ts';
import { fileWaysView, largeView, showLarge } from './file-ways-view.ts';
import { replaced } from './upload-draft-files.ts';

/** Looks through what is chosen, and works on pictures. Fetched behind the first paint: there may be no connection later. */
const loadChoice = () => loadModule(import('./choose-files.ts'));

/**
 * A field for files. Uploads a file as soon as it is chosen (`FileUploads`, also when the field is not shown any more). A file stays in
 * `value` as a `File` until the portal has it. Several photos of a document are its pages, in order.
 *
 * @tagname okno-file-field
 * @fires {Event} change - The value has changed: files were added, moved, turned, removed, or uploaded.
 */
export class FileField extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, fileFieldStyles];

  @property() label = '';
  @property() hint = '';
  /** Error text; shown above the files. */
  @property() error = '';
  /** Word behind the label of a field that may stay empty. */
  @property() optional = '';
  @property({ type: Boolean }) required = false;
  /** Most files. */
  @property({ type: Number }) maxCount = 5;
  /** Whether the device is one with which photos are taken. */
  @property({ type: Boolean }) camera = matchMedia('(pointer: coarse)').matches;
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: FileMessages | undefined;
  /** The portal to which files are uploaded. */
  @property({ attribute: false }) portal!: Portal;
  /** Uploaded files (`Upload`) and files that still have to be uploaded (`File`), in order. */
  @property({ attribute: false }) value: (Upload | File)[] = [];

  /** The sentences that say why files were refused; empty after a choice that was accepted. */
  @state() private refused = '';
  /** Whether files are held over the field. */
  @state() private isOver = false;
  /** The picture that is shown large. */
  @state() private shown: File | undefined;
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

  protected override firstUpdated(): void {
    afterPaint().then(loadChoice).catch(reportFailure);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#uploads.addEventListener('change', this.#onUpload);
    if (changed.has('value')) for (const file of this.value) if (!isUpload(file)) this.#uploads.add(file);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button.add')?.focus(options);
  }

  protected override render() {
    const { hint, value: files } = this;
    const messages = this.#messages;
    const described = {
      id: 'files',
      hint: [hint, messages.hint].filter(Boolean).join('. '),
      error: this.refused || this.error,
    };
    return html`<fieldset
        class="${fieldClass(described.error)} ${this.isOver ? 'over' : ''}"
        @dragover=${this.#onDrag}
        @dragleave=${this.#onDrag}
        @drop=${this.#onDrop}
        @paste=${this.#onPaste}
      >
        <legend>${labelText(this)}</legend>
        ${hintAndError(described)}
        <ul class="files" ?hidden=${!files.length}>
          ${files.map((_, place) => fileView(place, { files, messages, actions: this.#actions }))}
        </ul>
        ${fileWaysView({
          messages,
          hasFiles: files.length > 0,
          hasCamera: this.camera,
          describedBy: describedBy(described),
          onChange: this.#onChange,
        })}
      </fieldset>
      ${this.shown ? largeView(this.shown.name, messages.close, this.#onClose) : nothing}`;
  }

  protected override updated(): void {
    if (this.shown) showLarge(this.renderRoot, this.shown);
  }

  readonly #onClose = (): void => {
    this.shown = undefined;
  };

  readonly #onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    // Without this, choosing the same file again after removing it would send no `change`.
    input.value = '';
    this.#isBack = backFromFiles(this);
    void this.#take(chosen);
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = event.type === 'dragover';
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    void this.#take([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (!pasted.length) return;
    event.preventDefault();
    void this.#take(pasted);
  };

  /** Takes the good ones of some files, and says why it does not take the others. */
  async #take(chosen: readonly File[]): Promise<void> {
    const { maxCount, value } = this;
    const chosenOf = this.#uploads.chosenOf.bind(this.#uploads);
    // Without a connection nobody can look into them; the portal does.
    const { files, refused } = await loadChoice().then(
      ({ chooseFiles }) => chooseFiles(chosen, { files: value, maxCount, chosenOf }, this.#messages),
      () => ({ files: chosen, refused: [] }),
    );
    this.refused = refused.join(' ');
    void this.#say(this.refused);
    if (files.length) this.#setValue([...this.value, ...files]);
  }

  async #say(sentence: string): Promise<void> {
    await this.#isBack;
    this.announcer.say(sentence);
  }

  get #actions(): FileActions {
    return {
      uploads: this.#uploads,
      remove: this.#remove,
      move: this.#move,
      turn: (file) => {
        this.#turn(file).catch(reportFailure);
      },
      look: (file) => {
        this.shown = file;
      },
    };
  }

  readonly #remove = (file: Upload | File): void => {
    this.#letGo(file);
    this.refused = '';
    void this.#say(this.#messages.removed(file.name));
    this.#setValue(this.value.filter((other) => other !== file));
    this.focus();
  };

  /** Deletes a file, here and on the portal. */
  #letGo(file: Upload | File): void {
    if (isUpload(file)) void removeUpload(this.portal, file.id);
    else this.#uploads.remove(file);
  }

  /** Puts a file one place earlier or later. The focus goes with it. */
  readonly #move = (file: Upload | File, by: 1 | -1): void => {
    const place = this.value.indexOf(file) + by;
    const rest = this.value.filter((other) => other !== file);
    this.#setValue([...rest.slice(0, place), file, ...rest.slice(place)]);
    void this.#say(this.#messages.moved(file.name, place + 1, this.value.length));
    void this.updateComplete.then(() => {
      const item = this.renderRoot.querySelectorAll('.file')[place];
      const button = item?.querySelector<HTMLElement>(`[data-by="${by}"]`);
      (button ?? item?.querySelector<HTMLElement>('[data-by]'))?.focus();
    });
  };

  async #turn(file: Upload | File): Promise<void> {
    const local = this.#uploads.localOf(file);
    if (!local) return;
    const { turnPicture } = await loadModule(import('../pictures/prepare-file.ts'));
    const turned = await turnPicture(local);
    if (!this.value.includes(file)) return;
    this.#letGo(file);
    this.#setValue(this.value.map((other) => (other === file ? turned : other)));
    void this.#say(this.#messages.turned(file.name));
  }

  #setValue(value: (Upload | File)[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }

  /** Shows where a file stands, and puts what comes of it in its place in `value`. */
  readonly #onUpload = (event: Event): void => {
    const { file, stage } = event as UploadEvent;
    if (!this.value.includes(file)) return;
    event.preventDefault();
    this.requestUpdate();
    if (stage.at === 'refused') void this.#say(this.#messages[stage.why](file.name));
    if (stage.at === 'prepared') this.#setValue(replaced(this.value, file, stage.file));
    if (stage.at !== 'done') return;
    this.#setValue(replaced(this.value, file, stage.upload));
    void this.#say(this.#messages.arrived(file.name));
  };
}
