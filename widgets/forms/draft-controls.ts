import { newDraft } from '../drafts/draft.ts';
import type { FormDraft } from './draft-plan.ts';
import type { Form } from './form.ts';
import type { FormDrafts } from './form-drafts.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormRules } from './plan.ts';

/** Milliseconds after which a draft that this tab could not get is open elsewhere. */
const LOCK_WAIT = 300;

/** What a citizen can do with the draft of a form, besides typing. */
export class DraftControls<Input, Receipt> {
  /** The other drafts of this form on the device, the newest first. */
  siblings: readonly FormDraft<Input, Receipt>[] = [];
  /** Whether another tab, or another widget of this page, has the same draft, and was used later. */
  isElsewhere = false;
  /** The draft that was deleted just now. It can be brought back until something is typed. */
  discarded: FormDraft<Input, Receipt> | undefined;
  readonly draft: OpenDraft<Input, Receipt>;
  readonly #form: Form<Input, Receipt>;
  readonly #store: FormDrafts<Input, Receipt>;
  #release: (() => void) | undefined;

  constructor(
    form: Form<Input, Receipt>,
    draft: OpenDraft<Input, Receipt>,
    store: FormDrafts<Input, Receipt>,
  ) {
    this.#form = form;
    this.draft = draft;
    this.#store = store;
  }

  /** Whether others use this computer: nothing is kept on it. */
  get isShared(): boolean {
    return this.#store.isShared;
  }

  /** Whether the browser has just thrown away what the device had of this site. */
  get wasEmptied(): boolean {
    return this.#store.vault.wasEmptied;
  }

  /** The rules of the form, as soon as they are fetched. */
  rules: FormRules<Input, Receipt> | undefined;

  /** Looks for the other drafts of the form, and fetches what their titles need. */
  async findSiblings(): Promise<void> {
    await this.draft.storedDraft;
    this.rules = await this.#form.loadRules();
    const drafts = await this.#store.list(this.#form.plan.draft.name);
    this.siblings = drafts.filter(({ id }) => id !== this.draft.data.id);
    this.#update();
  }

  /** Whether the citizen who began the draft has signed in, and is not signed in any more. */
  get isSignedOut(): boolean {
    return !!this.draft.data.owner && !this.#form.host.portal?.session.isSignedIn;
  }

  /** Signs the citizen in again. Answers, step and files stay. */
  async signIn(): Promise<void> {
    const outcome = await this.#form.host.portal?.session.signIn();
    if (outcome && outcome !== 'signedIn' && outcome !== 'leaving') this.#form.showNotice(outcome);
    this.#update();
  }

  /** Says to other tabs that the draft is open here. `isTaking` where the citizen goes on in this tab. */
  async hold(isTaking: boolean): Promise<void> {
    await this.draft.storedDraft;
    if (isTaking && !this.isElsewhere) return;
    this.release();
    const timer = setTimeout(() => {
      this.#setElsewhere(true);
    }, LOCK_WAIT);
    this.#release = this.#store.vault.hold(this.draft.data.id, isTaking, (isHeld) => {
      clearTimeout(timer);
      this.#setElsewhere(!isHeld);
      // Another tab has taken it. It comes back when that one is closed.
      if (!isHeld) void this.hold(false);
    });
  }

  /** The form is not shown any more. */
  release(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** Deletes the draft, or the receipt, from the device. A form that is asking begins anew. */
  async discard(): Promise<void> {
    const { draft } = this;
    await draft.remove();
    this.discarded = draft.data;
    if (draft.data.receipt === undefined) this.#show(newDraft(draft.data.id, draft.data.version));
    this.#update();
  }

  /** Brings back what was deleted. */
  async undo(): Promise<void> {
    const { discarded } = this;
    if (!discarded) return;
    this.discarded = undefined;
    const { receipt, values } = discarded;
    if (receipt === undefined) this.#show({ ...discarded, values: {}, changedAt: {} });
    // The answers count as changed now: another tab may have emptied them meanwhile.
    await this.draft.update({ values });
  }

  /** Keeps nothing on this computer from now on, and removes what is there; or keeps the draft again. */
  async setShared(isShared: boolean): Promise<void> {
    this.#store.isShared = isShared;
    if (isShared) await this.draft.remove();
    await this.draft.update({});
  }

  /** Takes the `other` answer that another tab has given to a question, or forgets it. */
  async settle(name: string, other: unknown, answer: 'mine' | 'other'): Promise<void> {
    const { others } = this.draft.data;
    const rest = (others[name] ?? []).filter((answerOfTab) => answerOfTab !== other);
    if (answer === 'other') this.#form.setValues({ [name]: other as string });
    await this.draft.update({ others: { ...others, [name]: rest } });
  }

  /** Removes another draft of the form from the device. */
  async removeSibling(id: string): Promise<void> {
    await this.#store.remove(id);
    await this.findSiblings();
  }

  #setElsewhere(isElsewhere: boolean): void {
    this.isElsewhere = isElsewhere;
    this.#update();
  }

  #show(data: FormDraft<Input, Receipt>): void {
    this.draft.replace(data);
    this.#form.setState({ values: data.values, saved: undefined, mistakes: {}, reported: {} });
    if (this.#form.state.stage.at === 'asking') this.#form.setStage({ at: 'asking', step: data.step });
  }

  #update(): void {
    this.#form.host.requestUpdate();
  }
}
