import { newDraft, randomKey, type Pressed } from '../drafts/draft.ts';
import { isUpload, type FieldValue, type FieldValues } from '../fields/field-kind.ts';
import { reportFailure } from '../portal/errors.ts';
import { createHandOver, newHandOverCode, readHandOverCode, redeemHandOver } from '../portal/hand-over.ts';
import { HAND_OVER_HASH, type Form } from './form.ts';
import type { FormDraft } from './draft-plan.ts';
import type { OpenDraft } from './open-draft.ts';

/** Where a hand-over stands on this device. */
export type HandOverState =
  | { at: 'making' }
  | { at: 'shown'; code: string; url: string; until: number }
  | { at: 'asking'; mistake?: 'wrong' | 'failed' }
  | { at: 'failed' };

/** What goes to the other device: also the key and what may have arrived, so that both devices together send one application. */
type HandedOver = Pick<
  FormDraft<unknown, unknown>,
  'version' | 'step' | 'stepQuestions' | 'owner' | 'key' | 'sent'
> & {
  name: string;
  values: FieldValues;
  pressed?: Pressed | undefined;
};

/** The address that opens a draft on another device: this page, with the code behind the `#`, which no server sees. */
const urlOf = (code: string): string => location.href.replace(/#.*|$/s, HAND_OVER_HASH + code);

/** The code in the address of this page, which is taken out of it; `undefined` where there is none. */
function takeCodeFromAddress(): string | undefined {
  const { hash } = location;
  if (!hash.startsWith(HAND_OVER_HASH)) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return readHandOverCode(decodeURIComponent(hash.slice(HAND_OVER_HASH.length)));
}

/** Hands the draft of a form over to another device, and takes one. */
export class DraftHandOver<Input, Receipt> {
  state: HandOverState | undefined;
  readonly #form: Form<Input, Receipt>;
  readonly #draft: OpenDraft<Input, Receipt>;

  constructor(form: Form<Input, Receipt>, draft: OpenDraft<Input, Receipt>) {
    this.#form = form;
    this.#draft = draft;
  }

  show(state: HandOverState | undefined): void {
    this.state = state;
    this.#form.host.requestUpdate();
  }

  /** Encrypts the draft, and leaves it on the portal. Files go up first: only what the portal has can be taken by another device. */
  async start(): Promise<void> {
    const { portal } = this.#form.host;
    if (!portal || this.state?.at === 'making') return;
    this.show({ at: 'making' });
    try {
      const rules = await this.#form.loadRules();
      await rules.prepareDraft?.(portal, this.#draft);
      const code = newHandOverCode();
      const handed = await createHandOver(portal, { code, key: randomKey(), content: this.#content() });
      if (handed.result !== 'accepted') throw new Error('The portal takes no such draft');
      const until = Date.parse(handed.value.expiresAt);
      this.show({ at: 'shown', code, url: urlOf(code), until });
    } catch (error) {
      reportFailure(error);
      this.show({ at: 'failed' });
    }
  }

  #content(): HandedOver {
    const { version, values, step, stepQuestions, owner, key, sent, pressed } = this.#draft.data;
    const uploaded = Object.entries(values).map(([name, value]): [string, FieldValue | undefined] => [
      name,
      Array.isArray(value) ? value.filter(isUpload) : value,
    ]);
    const name = this.#form.plan.draft.name;
    return {
      name,
      version,
      values: Object.fromEntries(uploaded),
      step,
      stepQuestions,
      owner,
      key,
      sent,
      pressed,
    };
  }

  /** Takes the draft of another device by the code that was typed, or that stands in the address. */
  async take(typed: string): Promise<void> {
    const { portal } = this.#form.host;
    const code = readHandOverCode(typed);
    if (!portal || code === undefined) {
      this.show({ at: 'asking', mistake: 'wrong' });
      return;
    }
    try {
      const taken = (await redeemHandOver(portal, code, randomKey())) as HandedOver | undefined;
      if (taken?.name !== this.#form.plan.draft.name) {
        this.show({ at: 'asking', mistake: 'wrong' });
        return;
      }
      this.show(undefined);
      await this.#goOnWith(taken);
    } catch (error) {
      reportFailure(error);
      this.show({ at: 'asking', mistake: 'failed' });
    }
  }

  /** The draft becomes another one of this device: what was begun here stays. */
  async #goOnWith({ name: _, ...taken }: HandedOver): Promise<void> {
    const id = await this.#draft.idOfAnother();
    await this.#form.startAnother(undefined, id);
    const form = this.#form.host.form as Form<Input, Receipt>;
    const draft = await form.openDraft();
    await draft.storedDraft;
    const now = Date.now();
    const changedAt = Object.fromEntries(Object.keys(taken.values).map((name) => [name, now]));
    draft.replace({ ...newDraft(id, taken.version), ...taken, changedAt } as FormDraft<Input, Receipt>);
    await draft.update({});
    await form.goToStep(Math.min(taken.step, form.plan.lastStep));
    form.showNotice({ view: ({ draft: messages }) => messages?.handOver.taken ?? '' });
  }
}

/** Takes the draft whose code stands in the address of this page. */
export async function takeFromAddress<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const code = takeCodeFromAddress();
  if (code !== undefined) await form.draftViews?.takeHandOver(code);
}
