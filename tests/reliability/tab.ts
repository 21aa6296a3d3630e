import type { ApplicationCreated, ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import { mergeDrafts } from '../../widgets/drafts/merge-drafts.ts';
import { textOf } from '../../widgets/fields/field-kind.ts';
import type { FormDraft } from '../../widgets/forms/draft-plan.ts';
import { OpenDraft, type DraftStore } from '../../widgets/forms/open-draft.ts';
import { resendDraft, submitDraft, type Submission } from '../../widgets/forms/submission.ts';
import { createApplication } from '../../widgets/portal/applications.ts';
import { OfflineError, PortalError } from '../../widgets/portal/errors.ts';
import { createPortal } from '../../widgets/portal/provide.ts';
import { applicationOf } from './portal-under-test.ts';

type KeptDraft = FormDraft<ApplicationInput, ApplicationCreated>;

/** Stores drafts as `FormDrafts` does in a browser: all tabs share it, and a write takes effect as a whole, a little later. */
export class MemoryDraftStore implements DraftStore<ApplicationInput, ApplicationCreated> {
  #draft: KeptDraft | undefined;

  async find(): Promise<KeptDraft | undefined> {
    await Promise.resolve();
    return structuredClone(this.#draft);
  }

  async save(draft: KeptDraft, refused?: ApplicationInput): Promise<KeptDraft> {
    const copy = structuredClone(draft);
    await Promise.resolve();
    this.#draft = { ...mergeDrafts(copy, this.#draft, refused), savedAt: Date.now() };
    return structuredClone(this.#draft);
  }

  async remove(): Promise<void> {
    await Promise.resolve();
    this.#draft = undefined;
  }
}

/** A page with a form, without its view: it stores drafts and sends applications by the form engine. */
export class FormTab {
  /** The number that the citizen sees. */
  number: string | undefined;
  /** Why the last click failed: a type of problem, a status, or `offline`. Empty if it did not. */
  failure = '';
  readonly #submission: Submission<ApplicationInput, ApplicationCreated>;
  #isSending = false;
  #isClosed = false;

  private constructor(store: MemoryDraftStore, url: string) {
    const config = {
      portal: url,
      region: { code: '22', timeZone: 'Asia/Barnaul' },
      contact: { phone: '1' },
      consent: { version: '1' },
    };
    this.#submission = {
      portal: createPortal(config, new URL('http://municipality.test/okno.json')),
      draft: new OpenDraft(
        { name: 'detskiy-sad', version: 'v1' },
        {},
        {
          store: {
            find: () => store.find(),
            save: async (draft, refused) => (this.#isClosed ? undefined : store.save(draft, refused)),
            remove: async () => (this.#isClosed ? undefined : store.remove()),
          },
          onChange: () => undefined,
        },
      ),
      plan: { valuesToKeep: () => ({}) },
      rules: { inputOf: ({ lastName }) => applicationOf(textOf(lastName)), sendInput: createApplication },
      consentVersion: '1',
    };
  }

  /** Opens the page. What was sent before without getting a response is sent again; `sent` resolves when that is over. */
  static async open(store: MemoryDraftStore, url: string): Promise<{ tab: FormTab; sent: Promise<void> }> {
    const tab = new FormTab(store, url);
    tab.#submission.draft.restore(0);
    const kept = await tab.#submission.draft.storedDraft;
    tab.number = kept?.receipt?.number;
    return { tab, sent: kept?.sent.length ? tab.#send(resendDraft) : Promise.resolve() };
  }

  /** Closes the page. It writes nothing any more. */
  close(): void {
    this.#isClosed = true;
  }

  /** Types a name, unless the application is being sent or was sent. */
  async typeLastName(lastName: string): Promise<void> {
    if (!this.#isSending && !this.number) await this.#submission.draft.update({ values: { lastName } });
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
