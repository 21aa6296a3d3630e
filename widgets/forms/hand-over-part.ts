import { html, nothing, type TemplateResult } from 'lit';

import { loadModule, reportFailure } from '../portal/errors.ts';
import type { DraftMessages } from './draft-messages.ts';
import { button } from './draft-trouble-views.ts';
import type { Form } from './form.ts';
import type { DraftHandOver } from './hand-over.ts';
import type { handOverView } from './hand-over-view.ts';
import type { OpenDraft } from './open-draft.ts';

type View = TemplateResult | typeof nothing;

/** The two buttons of a draft that goes to another device, and what they show. The rest is fetched by the first press. */
export class HandOverPart<Input, Receipt> {
  readonly #form: Form<Input, Receipt>;
  readonly #draft: OpenDraft<Input, Receipt>;
  readonly #timeZone: string;
  #handOver: DraftHandOver<Input, Receipt> | undefined;
  #view: typeof handOverView | undefined;

  constructor(form: Form<Input, Receipt>, draft: OpenDraft<Input, Receipt>, timeZone: string) {
    this.#form = form;
    this.#draft = draft;
    this.#timeZone = timeZone;
  }

  /** Nothing in a form that is not sent by itself: its draft is done within minutes. */
  buttons({ handOver }: DraftMessages): View {
    if (!this.#form.plan.hasOutbox) return nothing;
    const start = this.#act((opened) => opened.start());
    const ask = this.#act((opened) => {
      opened.show({ at: 'asking' });
    });
    return html`${this.#draft.data.savedAt ? button(handOver.start, start) : nothing}
    ${button(handOver.haveCode, ask)}`;
  }

  view({ handOver }: DraftMessages): View {
    return this.#handOver ? (this.#view?.(this.#handOver, handOver, this.#timeZone) ?? nothing) : nothing;
  }

  /** Takes the draft of another device. Rejects with an `OfflineError` where the code for that does not come. */
  async take(code: string): Promise<void> {
    await (await this.#open()).take(code);
  }

  #act(work: (handOver: DraftHandOver<Input, Receipt>) => unknown) {
    return () => void this.#open().then(work).catch(reportFailure);
  }

  async #open(): Promise<DraftHandOver<Input, Receipt>> {
    const [{ DraftHandOver }, { handOverView }] = await loadModule(
      Promise.all([import('./hand-over.ts'), import('./hand-over-view.ts')]),
    );
    this.#view = handOverView;
    this.#handOver ??= new DraftHandOver(this.#form, this.#draft);
    return this.#handOver;
  }
}
