import type { Values } from '../fields/kind.ts';
import { failureOf, loadPart } from '../portal/errors.ts';
import type * as Actions from './actions.ts';
import type { FocusTarget, Form, FormHost, FormState } from './form.ts';
import { isWrong } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormPlan, FormRules } from './plan.ts';
import { moveStage, type Stage } from './stage.ts';

const actionsPart = () => loadPart(import('./actions.ts'));

/**
 * Takes a citizen through one form, from the first word to the receipt: what she types is kept and judged, and sent once. When the
 * host shows another service or case it makes another controller; this one ends what it has begun, with a draft of its own. What
 * nobody needs before the form can be seen comes later: `restoring.ts`, `actions.ts`.
 */
export class FormController<Input, Receipt> implements Form<Input, Receipt> {
  state: FormState<Receipt> = {
    stage: { at: 'loading' },
    values: {},
    mistakes: {},
    isSummarized: false,
    consented: false,
    saved: undefined,
  };
  turn = 0;
  readonly host: FormHost;
  readonly isFresh: boolean;
  #plan: FormPlan<Input, Receipt> | undefined;
  #draft: Promise<OpenDraft<Input, Receipt>> | undefined;

  constructor(host: FormHost, isFresh = false) {
    this.host = host;
    this.isFresh = isFresh;
  }

  get plan(): FormPlan<Input, Receipt> {
    if (!this.#plan) throw new Error('The form has not begun yet');
    return this.#plan;
  }
  get consent(): string | undefined {
    return this.state.consented ? this.host.portal?.config.consent.version : undefined;
  }

  /** Begins with what is known from outside. */
  begin(plan: FormPlan<Input, Receipt>, values: Values = {}): void {
    this.#plan = plan;
    this.change({ values });
  }

  readonly set = (change: Values): void => {
    this.change({ values: { ...this.state.values, ...change } });
    this.draft()
      .then((draft) => draft.keep({ values: { ...draft.draft.values, ...change } }))
      .catch((error: unknown) => {
        failureOf(error);
        this.change({ saved: false });
      });
    this.#mend();
  };

  readonly setConsent = (consented: boolean): void => {
    this.change({ consented });
    this.#mend();
  };

  async leave(name: string): Promise<void> {
    await actionsPart()
      .then(({ judgeField }) => judgeField(this, name))
      .catch(failureOf);
  }

  goTo(step: number): Promise<void> {
    return this.#act(({ goTo }) => goTo(this, step));
  }

  readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.#act(({ submitForm }) => submitForm(this));
  };

  readonly again = async (): Promise<void> => {
    await (await this.draft()).forget();
    const other = new FormController<Input, Receipt>(this.host, true);
    other.begin(this.plan);
    await this.plan.prepareStep?.(0);
    this.host.form = other;
    other.move({ at: 'asking', step: 0 });
    await other.focus('head');
  };

  tell(notice: string): void {
    if (this.state.stage.at === 'asking') this.move({ ...this.state.stage, notice });
  }

  draft(): Promise<OpenDraft<Input, Receipt>> {
    this.#draft ??= loadPart(import('./restoring.ts')).then(
      ({ openDraft }) => openDraft(this),
      (error: unknown) => {
        // It is asked for again when it is needed.
        this.#draft = undefined;
        throw error;
      },
    );
    return this.#draft;
  }

  rules(): Promise<FormRules<Input, Receipt>> {
    return loadPart(this.plan.rules());
  }

  move(stage: Stage<Receipt>): void {
    this.change({ stage: moveStage(this.state.stage, stage) });
  }

  change(change: Partial<FormState<Receipt>>): void {
    this.state = { ...this.state, ...change };
    this.host.requestUpdate();
  }

  async focus(target: FocusTarget): Promise<void> {
    const { host } = this;
    if (host.form !== this) return;
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`)?.focus({ preventScroll: true });
    host.scrollIntoView({ block: 'start' });
  }

  /** Does what the citizen asks for, or says why that is not possible now. */
  async #act(act: (actions: typeof Actions) => Promise<void>): Promise<void> {
    try {
      await act(await actionsPart());
    } catch (error) {
      this.tell(failureOf(error));
    }
  }

  /** Takes away the mistakes that are mended. */
  #mend(): void {
    if (isWrong(this.state.mistakes))
      actionsPart()
        .then(({ judgeMended }) => judgeMended(this))
        .catch(failureOf);
  }
}
