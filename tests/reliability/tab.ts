// Longer than most: the drafts of a tab and the tab belong together.
import type { ApplicationCreated, ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import { randomKey } from '../../widgets/drafts/draft.ts';
import type { SaveOptions } from '../../widgets/drafts/draft-vault.ts';
import { mergeDrafts } from '../../widgets/drafts/merge-drafts.ts';
import { textOf } from '../../widgets/fields/field-kind.ts';
import type { FormDraft } from '../../widgets/forms/draft-plan.ts';
import type { DraftStore, KeptIn } from '../../widgets/forms/form-drafts.ts';
import { OpenDraft } from '../../widgets/forms/open-draft.ts';
import { answersText, resendDraft, submitDraft, type Submission } from '../../widgets/forms/submission.ts';
import { createApplication } from '../../widgets/portal/applications.ts';
import { OfflineError, PortalError } from '../../widgets/portal/errors.ts';
import { createHandOver, newHandOverCode, redeemHandOver } from '../../widgets/portal/hand-over.ts';
import { createPortal } from '../../widgets/portal/provide.ts';
import { applicationOf } from './portal-under-test.ts';

type KeptDraft = FormDraft<ApplicationInput, ApplicationCreated>;
type Store = DraftStore<ApplicationInput, ApplicationCreated>;

/** The draft of a device, as all tabs share it: a write takes effect as a whole, a little later. */
export class MemoryDraftStore extends EventTarget {
  draft: KeptDraft | undefined;
  /** Resolves when the device does the next thing that a tab has asked of it. */
  readonly wait: () => Promise<unknown>;

  constructor(wait: () => Promise<unknown> = () => Promise.resolve()) {
    super();
    this.wait = wait;
  }
}

/** The drafts of one tab, as `FormDrafts` keeps them in a browser. */
export class TabDraftStore implements Store {
  readonly #device: MemoryDraftStore;
  /** Whether the tab is closed: it writes nothing any more. */
  isClosed = false;

  constructor(device: MemoryDraftStore) {
    this.#device = device;
  }

  async find(): Promise<KeptDraft | undefined> {
    await this.#device.wait();
    return structuredClone(this.#device.draft);
  }

  load(): Promise<KeptDraft | undefined> {
    return this.find();
  }

  async list(): Promise<KeptDraft[]> {
    const draft = await this.find();
    return draft ? [draft] : [];
  }

  async save(
    draft: KeptDraft,
    { seen, refused }: SaveOptions<KeptDraft> = {},
  ): Promise<{ draft: KeptDraft; keptIn: KeptIn }> {
    const copy = structuredClone(draft);
    await this.#device.wait();
    if (this.isClosed) return { draft: copy, keptIn: 'page' };
    const merged = mergeDrafts(copy, this.#device.draft, { seen, refused });
    this.#device.draft = { ...merged, savedAt: Date.now() };
    this.#device.dispatchEvent(new CustomEvent('write', { detail: this }));
    return { draft: structuredClone(this.#device.draft), keptIn: 'device' };
  }

  async remove(): Promise<void> {
    await this.#device.wait();
    if (!this.isClosed) this.#device.draft = undefined;
  }

  whenOpenedLate(): Promise<boolean> {
    return Promise.resolve(false);
  }

  watch(_: string, onChange: () => void): void {
    this.#device.addEventListener('write', (event) => {
      if (!this.isClosed && (event as CustomEvent).detail !== this) onChange();
    });
  }
}

/** A page with a form, without its view: it stores drafts and sends applications by the form engine. */
export class FormTab {
  /** The number that the citizen sees. */
  number: string | undefined;
  /** Why the last click failed: a type of problem, a status, or `offline`. Empty if it did not. */
  failure = '';
  readonly #submission: Submission<ApplicationInput, ApplicationCreated>;
  readonly #store: TabDraftStore;
  #isSending = false;

  private constructor(device: MemoryDraftStore, url: string) {
    this.#store = new TabDraftStore(device);
    const config = {
      portal: url,
      region: { code: '22', timeZone: 'Asia/Barnaul' },
      contact: { phone: '1' },
      consent: { version: '2026-11-21' },
    };
    this.#submission = {
      portal: createPortal(config, new URL('http://municipality.test/okno.json')),
      draft: new OpenDraft(
        { name: 'detskiy-sad', version: 'v1' },
        {},
        {
          store: this.#store,
          // The form shows the receipt that another tab has got.
          onChange: () => {
            this.number ??= this.#submission.draft.data.receipt?.number;
          },
        },
      ),
      plan: { valuesToKeep: () => ({}) },
      rules: { inputOf: ({ lastName }) => applicationOf(textOf(lastName)), sendInput: createApplication },
      consentVersion: '2026-11-21',
    };
  }

  /** Opens the page. What was sent before without getting a response is sent again; `sent` resolves when that is over. */
  static async open(store: MemoryDraftStore, url: string): Promise<{ tab: FormTab; sent: Promise<void> }> {
    const tab = new FormTab(store, url);
    tab.#submission.draft.restore(() => 0);
    const kept = await tab.#submission.draft.storedDraft;
    tab.number = kept?.receipt?.number;
    if (kept?.sent.length) return { tab, sent: tab.#send(resendDraft) };
    // It waited for a connection.
    if (kept?.pressed?.isQueued) return { tab, sent: tab.#send(submitDraft) };
    return { tab, sent: Promise.resolve() };
  }

  /** Closes the page. It writes nothing any more. */
  close(): void {
    this.#store.isClosed = true;
  }

  /** Types a name, unless the application is being sent or was sent. */
  async typeLastName(lastName: string): Promise<void> {
    if (!this.#isSending && !this.number) await this.#submission.draft.update({ values: { lastName } });
  }

  /** Chooses without a connection that the application is sent later: when the page is opened again. */
  async queue(): Promise<void> {
    const { draft, consentVersion: consent = '' } = this.#submission;
    const { values } = draft.data;
    if (this.#isSending || this.number || !values['lastName']) return;
    await draft.update({
      pressed: { answers: answersText(values), at: Date.now(), consent, isQueued: true },
    });
  }

  /**
   * Hands the draft over to another device: encrypted by a code, over the portal. Gives what that device keeps then; `undefined` where it did
   * not come.
   */
  async handOver(): Promise<MemoryDraftStore | undefined> {
    const { portal, draft } = this.#submission;
    const code = newHandOverCode();
    try {
      await createHandOver(portal, { code, key: randomKey(), content: draft.data });
      const taken = (await redeemHandOver(portal, code, randomKey())) as KeptDraft | undefined;
      if (!taken || taken.receipt) return undefined;
      const device = new MemoryDraftStore();
      device.draft = { ...taken, savedAt: 1 };
      return device;
    } catch (error) {
      if (!(error instanceof PortalError || error instanceof OfflineError)) throw error;
      return undefined;
    }
  }

  /** Clicks the button, and sends the application. Does nothing while it is being sent, or when a number is shown. */
  async clickSubmit(): Promise<void> {
    const { lastName } = this.#submission.draft.data.values;
    if (!this.#isSending && !this.number && lastName) await this.#send(submitDraft);
  }

  async #send(sendDraft: typeof submitDraft): Promise<void> {
    this.#isSending = true;
    this.failure = '';
    try {
      const outcome = await sendDraft(this.#submission);
      if (outcome.result === 'accepted') this.number = outcome.receipt.number;
      else this.failure = outcome.result;
    } catch (error) {
      if (!(error instanceof PortalError || error instanceof OfflineError)) throw error;
      this.failure = error instanceof PortalError ? (error.problem?.type ?? String(error.status)) : 'offline';
    } finally {
      this.#isSending = false;
    }
  }
}
