import type { Page } from 'playwright-core';

import type { FormController } from '../../widgets/forms/form-controller.ts';
import type { Portal } from '../../widgets/portal/context.ts';
import type { FormTag } from './draft-site.ts';

/** A widget with a form. */
type FormElement = HTMLElement & {
  form: FormController<unknown, unknown>;
  portal?: Portal;
  updateComplete: Promise<unknown>;
};

/** What a citizen sees of a form. */
export interface ShownForm {
  /** From 0. */
  step: number;
  /** Texts by the names of the questions. */
  texts: Record<string, string>;
  /** Names of the files, sorted. */
  files: string[];
  /** Name of the question that has the focus; empty where none has. */
  focus: string;
  /** Answers of another tab, by the names of the questions. */
  others: Record<string, readonly unknown[]>;
}

/** A tab of a real browser with a form. What it does, it does in the page, as fast as a page can. */
export class BrowserTab {
  readonly page: Page;
  readonly #tag: FormTag;

  constructor(page: Page, tag: FormTag) {
    this.page = page;
    this.#tag = tag;
  }

  /** Opens the page, and waits until the draft is there. */
  async open(url: string): Promise<this> {
    await this.page.goto(url);
    await this.#untilAsking();
    return this;
  }

  /** Loads the page again. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#untilAsking();
  }

  async #untilAsking(): Promise<void> {
    await this.page.waitForFunction((tag) => {
      const { form } = document.querySelector<FormElement>(tag) ?? {};
      return form?.state.stage.at === 'asking' && form.draftViews !== undefined;
    }, this.#tag);
    await this.page.evaluate(async (tag) => {
      const { form } = document.querySelector(tag) as FormElement;
      await (
        await form.openDraft()
      ).storedDraft;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }, this.#tag);
  }

  /** Shows a step, as the buttons do it, without checking the answers. */
  async goToStep(step: number): Promise<void> {
    await this.page.evaluate(
      ([tag, wanted]) => (document.querySelector(tag) as FormElement).form.goToStep(wanted),
      [this.#tag, step] as const,
    );
  }

  /**
   * Puts the focus into a question and types letters behind what stands there. Gives the text before and after it; `undefined` where the
   * question is not asked any more: on a busy machine the form may have gone to another step meanwhile.
   */
  async type(name: string, letters: string): Promise<{ before: string; after: string } | undefined> {
    return this.page.evaluate(
      async ([tag, question, text]) => {
        const element = document.querySelector(tag) as FormElement;
        // On a busy machine the step may be known, and not shown yet.
        await element.updateComplete;
        const { form, shadowRoot } = element;
        const id = form.plan.controlId?.(question) ?? question;
        const input = shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
        if (!input) return undefined;
        input.focus();
        const before = input.value;
        for (const letter of text) {
          input.value += letter;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
        return { before, after: input.value };
      },
      [this.#tag, name, letters] as const,
    );
  }

  /** Chooses a picture in the first field for files, with so many bytes behind it. */
  async attach(name: string, more = 0): Promise<void> {
    await this.page
      .locator('okno-file-field input')
      .first()
      .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.concat([PNG, Buffer.alloc(more)]) });
  }

  /** Signs Anna in, in the portal's window. */
  async signIn(): Promise<void> {
    const opening = this.page.waitForEvent('popup');
    const signedIn = this.page.evaluate(async (tag) => {
      const { portal } = document.querySelector(tag) as FormElement;
      return portal?.session.signIn();
    }, this.#tag);
    await (await opening).getByRole('button', { name: 'Примерова' }).click();
    await signedIn;
  }

  /** What the form shows now. */
  async shown(): Promise<ShownForm> {
    return this.page.evaluate(async (tag) => {
      const { form, shadowRoot } = document.querySelector(tag) as FormElement;
      const { stage, values } = form.state;
      const step = 'step' in stage ? stage.step : -1;
      const focused = shadowRoot?.activeElement;
      const focus = form.plan
        .questionsOf(step)
        .find((name) => focused?.id === (form.plan.controlId?.(name) ?? name));
      const answers = Object.entries(values);
      const files = answers.flatMap(([, value]) => (Array.isArray(value) ? value : []));
      const { others } = (await form.openDraft()).data;
      return {
        step,
        texts: Object.fromEntries(answers.filter(([, value]) => typeof value === 'string')),
        files: files.map((file: { name: string }) => file.name).sort(),
        focus: focus ?? '',
        others,
      } as ShownForm;
    }, this.#tag);
  }
}

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
