import type { ApplicationCreated, ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import { mergeDrafts } from '../../widgets/drafts/merge-drafts.ts';
import { textOf } from '../../widgets/fields/kind.ts';
import type { FormDraft } from '../../widgets/forms/draft-plan.ts';
import { OpenDraft, type DraftStore } from '../../widgets/forms/open-draft.ts';
import { resume, submit, type Submission } from '../../widgets/forms/submission.ts';
import { apply } from '../../widgets/portal/applications.ts';
import { OfflineError, PortalError } from '../../widgets/portal/errors.ts';
import { createPortal } from '../../widgets/portal/provide.ts';
import { applicationOf } from './portal.ts';

type KeptDraft = FormDraft<ApplicationInput, ApplicationCreated>;

/** What `FormDrafts` is in a browser: one for all tabs; each write is done whole, a little later. */
export class Store implements DraftStore<ApplicationInput, ApplicationCreated> {
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

/** A page with a form, without what can be seen of it: it keeps and sends by the form engine. */
export class Tab {
  /** The number that the citizen sees. */
  number: string | undefined;
  /** Why the last click came to nothing. */
  trouble = '';
  readonly #submission: Submission<ApplicationInput, ApplicationCreated>;
  #isSending = false;
  #isClosed = false;

  private constructor(store: Store, url: string) {
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
      plan: { keptOf: () => ({}) },
      rules: { inputOf: ({ lastName }) => applicationOf(textOf(lastName)), send: apply },
      consent: '1',
    };
  }

  /** Opens the page; what had been sent without an answer is sent again, until `sent` resolves. */
  static async open(store: Store, url: string): Promise<{ tab: Tab; sent: Promise<void> }> {
    const tab = new Tab(store, url);
    tab.#submission.draft.restore(0);
    const kept = await tab.#submission.draft.kept;
    tab.number = kept?.receipt?.number;
    return { tab, sent: kept?.sent.length ? tab.#send(resume) : Promise.resolve() };
  }

  /** The page is gone: what it was about to write, it does not. */
  close(): void {
    this.#isClosed = true;
  }

  async type(lastName: string): Promise<void> {
    if (!this.#isSending && !this.number) await this.#submission.draft.keep({ values: { lastName } });
  }

  async click(): Promise<void> {
    const { lastName } = this.#submission.draft.draft.values;
    if (!this.#isSending && !this.number && lastName) await this.#send(submit);
  }

  async #send(how: typeof submit): Promise<void> {
    this.#isSending = true;
    this.trouble = '';
    try {
      const outcome = await how(this.#submission);
      if (outcome.result === 'accepted') this.number = outcome.receipt.number;
      else this.trouble = outcome.result;
    } catch (error) {
      if (!(error instanceof PortalError || error instanceof OfflineError)) throw error;
      this.trouble = error instanceof PortalError ? (error.problem?.type ?? String(error.status)) : 'offline';
    } finally {
      this.#isSending = false;
    }
  }
}
