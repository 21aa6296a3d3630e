// Longer than most: all that tests do with a form in a page.
/** What a test does with an application form that stands in a page. The functions run there: they need nothing around them. */

/** A file of an answer: a `File`, or what the portal knows of one that is uploaded. */
type SomeFile = File | { name: string; size: number };
/** The form as far as the functions know it. */
type FormElement = HTMLElement & {
  updateComplete: Promise<unknown>;
  /** Absent until the element is defined. */
  form?: {
    state: {
      stage: { at: string; step?: number; notice?: unknown };
      values: Record<string, unknown>;
    };
    setValues: (values: Record<string, unknown>) => void;
    openDraft: () => Promise<{
      data: { lost: string[]; savedAt: number; focus: string };
      keptIn: string | undefined;
      storedDraft: Promise<unknown>;
    }>;
  };
};

/** What a citizen has before her. */
export interface ShownForm {
  /** Whether the questions are there, and the draft has been looked for. */
  isReady: boolean;
  step: number;
  /** Id of the control that has the focus; empty where none has. */
  focus: string;
  /** Name of the question that has the focus, as the draft knows it. */
  focusInDraft: string;
  /** Texts by the names of the questions. */
  texts: Record<string, string>;
  /** Name, size and SHA-256 of files by the names of the questions. The hash is empty where the portal has the file. */
  files: Record<string, [name: string, size: number, hash: string][]>;
  /** Where the draft is kept. */
  keptIn: string | undefined;
  /** When it was written last, in milliseconds since 1970. */
  savedAt: number;
  /** What could not be read of it. */
  lost: string[];
}

/** Reads the form. */
export async function readForm(): Promise<ShownForm> {
  const shown: ShownForm = {
    isReady: false,
    step: 0,
    focus: '',
    focusInDraft: '',
    texts: {},
    files: {},
    keptIn: undefined,
    savedAt: 0,
    lost: [],
  };
  const element = document.querySelector<FormElement>('okno-application-form');
  const form = element?.form;
  if (!element || form?.state.stage.at !== 'asking') return shown;
  const draft = await form.openDraft();
  const stored = await draft.storedDraft;
  await element.updateComplete;
  shown.isReady = !stored || !!form.state.stage.notice;
  shown.step = form.state.stage.step ?? 0;
  shown.focus = element.shadowRoot?.activeElement?.id ?? '';
  shown.focusInDraft = draft.data.focus;
  shown.keptIn = draft.keptIn;
  shown.savedAt = draft.data.savedAt;
  shown.lost = draft.data.lost;
  for (const [name, value] of Object.entries(form.state.values))
    if (Array.isArray(value)) shown.files[name] = await Promise.all((value as SomeFile[]).map(describe));
    else shown.texts[name] = typeof value === 'string' ? value : JSON.stringify(value);
  return shown;

  async function describe(file: SomeFile): Promise<[string, number, string]> {
    if (!('arrayBuffer' in file)) return [file.name, file.size, ''];
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return [
      file.name,
      file.size,
      [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    ];
  }
}

/** Gives all answers that the steps demand. */
export function giveAnswers(values: Record<string, unknown>): void {
  document.querySelector<FormElement>('okno-application-form')?.form?.setValues(values);
}

/**
 * Puts the focus into a control, with the cursor behind its text. Gives the text; `undefined` where the step has no such control, or it has
 * not got the focus.
 */
export function focusControl(id: string, tag = 'okno-application-form'): string | undefined {
  const root = document.querySelector(tag)?.shadowRoot;
  const control = root?.querySelector<HTMLInputElement>(`#${id}`);
  if (!control) return undefined;
  control.focus();
  // An e-mail field has no cursor that a script may move.
  if (control.selectionStart !== null) control.setSelectionRange(control.value.length, control.value.length);
  return root?.activeElement === control ? control.value : undefined;
}

/** The text that a control shows; `undefined` where the step has no such control. */
export const shownText = (id: string): string | undefined =>
  document.querySelector('okno-application-form')?.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`)
    ?.value;

/** How many files the field for files of a question shows. */
export const shownFiles = (id: string): number =>
  document
    .querySelector('okno-application-form')
    ?.shadowRoot?.querySelector(`#${id}`)
    ?.shadowRoot?.querySelectorAll('.file').length ?? 0;

/** Empties the control that has the focus. */
export function emptyControl(): void {
  const control = document.querySelector('okno-application-form')?.shadowRoot?.activeElement;
  if (!control || !('value' in control)) return;
  control.value = '';
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Presses «Дальше» or «Назад». Gives the step that is shown then; the same where there is none to go to. */
export async function pressStep(isForward: boolean): Promise<number> {
  const element = document.querySelector<FormElement>('okno-application-form');
  const shownStep = () => element?.form?.state.stage.step ?? 0;
  const step = shownStep();
  const [next, back] = element?.shadowRoot?.querySelectorAll<HTMLElement>('form .go button') ?? [];
  const button = isForward ? next : back;
  button?.click();
  // Whoever types before the new step has the focus types into the old one.
  const isThere = () => shownStep() !== step && element?.shadowRoot?.activeElement?.matches('[data-focus]');
  for (let tries = 0; button && tries < 50 && !isThere(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return shownStep();
}

/** Presses «Убрать» beside the first file of a question. False where it has none. */
export function removeFile(id: string): boolean {
  const field = document.querySelector('okno-application-form')?.shadowRoot?.querySelector(`#${id}`);
  const button = field?.shadowRoot?.querySelector<HTMLElement>('.file button[aria-label^="убрать"]');
  button?.click();
  return !!button;
}

/** Presses the main button of widgets. */
export function pressSubmit(tags: readonly string[]): void {
  for (const tag of tags)
    document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>('form .go button')?.click();
}
