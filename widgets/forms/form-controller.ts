// Longer than most: everything that a form and its views ask for stands in one class.
import type { FieldValues } from '../fields/field-kind.ts';
import { reportFailure, loadModule } from '../portal/errors.ts';
import type * as Actions from './actions.ts';
import type { DraftChange, FocusTarget, Form, FormHost, FormState } from './form.ts';
import { shownStep } from './form-selectors.ts';
import { hasMistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormPlan, FormRules } from './plan.ts';
import { requireAllowedStage, type Notice, type Stage } from './stage.ts';

const loadActions = () => loadModule(import('./actions.ts'));

/**
 * Takes a citizen through one form, from the first question to the receipt. For another service or case the host makes another
 * controller; this one finishes what it has begun. `open-form-draft.ts`, `restore-form.ts` and `actions.ts` are fetched when the form is visible.
 */
export class FormController<Input, Receipt> implements Form<Input, Receipt> {
  state: FormState<Receipt> = {
    stage: { at: 'loading' },
    values: {},
    mistakes: {},
    reported: {},
    consented: false,
    saved: undefined,
  };
  lastStepRequest = 0;
  errorSummary: Form['errorSummary'];
  draftViews: Form['draftViews'];
  offerView: Form['offerView'];
  sendingView: Form['sendingView'];
  sender: Form['sender'];
  uploadsView: Form['uploadsView'];
  stepHistory: Form<Input, Receipt>['stepHistory'];
  readonly host: FormHost;
  readonly draftId: string | undefined;
  #plan: FormPlan<Input, Receipt> | undefined;
  #draft: Promise<OpenDraft<Input, Receipt>> | undefined;
  #actions: typeof Actions | undefined;
  /** The step whose click is being handled: a second click on it does nothing. */
  #submittingStep: number | undefined;

  constructor(host: FormHost, draftId?: string) {
    this.host = host;
    this.draftId = draftId;
  }

  get plan(): FormPlan<Input, Receipt> {
    if (!this.#plan) throw new Error('The form has not begun yet');
    return this.#plan;
  }
  get consentVersion(): string | undefined {
    return this.state.consented ? this.host.portal?.config.consent.version : undefined;
  }

  /** Starts the form with its plan, and with answers that are known from attributes. */
  begin(plan: FormPlan<Input, Receipt>, values: FieldValues = {}): void {
    this.#plan = plan;
    this.setState({ values });
  }

  readonly setValues = (change: FieldValues): void => {
    const { values } = this.state;
    if (Object.entries(change).every(([name, value]) => (values[name] ?? '') === (value ?? ''))) return;
    this.setState({ values: { ...values, ...change } });
    this.updateDraft({ values: change });
    this.#clearFixedMistakes();
  };

  readonly setConsent = (consented: boolean): void => {
    this.setState({ consented });
    this.#clearFixedMistakes();
  };

  async validateField(name: string): Promise<void> {
    await loadActions()
      .then(({ validateField }) => validateField(this, name))
      .catch(reportFailure);
  }

  goToStep(step: number): Promise<void> {
    return this.#runAction(({ goToStep }) => goToStep(this, step));
  }

  readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const step = shownStep(this);
    if (this.#submittingStep === step) return;
    this.#submittingStep = step;
    await this.#runAction(({ submitForm }) => submitForm(this, step));
    this.#submittingStep = undefined;
  };

  readonly startAnother = async (_?: Event, draftId?: string): Promise<void> => {
    const id = draftId ?? (await (await this.openDraft()).idOfAnother());
    const other = new FormController<Input, Receipt>(this.host, id);
    other.begin(this.plan);
    await this.plan.prepareStep?.(0);
    this.host.form = other;
    other.setStage({ at: 'asking', step: 0 });
    await other.focus('heading');
  };

  showNotice(notice: Notice): void {
    if (this.state.stage.at === 'asking') this.setStage({ ...this.state.stage, notice });
  }

  openDraft(): Promise<OpenDraft<Input, Receipt>> {
    this.#draft ??= loadModule(import('./open-form-draft.ts')).then(
      ({ openFormDraft }) => openFormDraft(this),
      (error: unknown) => {
        // The next call tries again.
        this.#draft = undefined;
        throw error;
      },
    );
    return this.#draft;
  }

  updateDraft({ values, ...rest }: DraftChange): void {
    this.openDraft()
      .then((draft) => draft.update({ ...rest, values: { ...draft.data.values, ...values } }))
      .catch((error: unknown) => {
        reportFailure(error);
        this.setState({ saved: false });
      });
  }

  loadRules(): Promise<FormRules<Input, Receipt>> {
    return loadModule(this.plan.loadRules());
  }

  setStage(stage: Stage<Receipt>): void {
    this.setState({ stage: requireAllowedStage(this.state.stage, stage) });
  }

  setState(change: Partial<FormState<Receipt>>): void {
    this.state = { ...this.state, ...change };
    this.host.requestUpdate();
  }

  async focus(target: FocusTarget): Promise<void> {
    const { host } = this;
    if (host.form !== this) return;
    // At once where it can be: who types already keeps the focus.
    const { focusPart } = this.#actions ?? (await loadActions());
    await focusPart(host, target);
  }

  /** Fetches the actions and runs one. A failure becomes a notice. */
  async #runAction(action: (actions: typeof Actions) => Promise<void>): Promise<void> {
    try {
      this.#actions ??= await loadActions();
      await action(this.#actions);
    } catch (error) {
      this.showNotice(reportFailure(error));
    }
  }

  #clearFixedMistakes(): void {
    if (hasMistakes(this.state.mistakes))
      loadActions()
        .then(({ clearFixedMistakes }) => clearFixedMistakes(this))
        .catch(reportFailure);
  }
}
