import type { ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import { submit } from '../../widgets/application-form/submission.ts';
import { newDraft, together, type ApplicationReceipt, type Draft } from '../../widgets/drafts/draft.ts';
import type { Portal } from '../../widgets/portal/context.ts';
import { PortalError, OfflineError } from '../../widgets/portal/errors.ts';
import { createPortal } from '../../widgets/portal/provide.ts';
import { remembered } from '../../widgets/portal/send-once.ts';
import { applicationOf } from './portal.ts';

/** What `Drafts` is in a browser: one for all tabs; each write is done whole, a little later. */
export class Store {
  #draft: Draft | undefined;

  async load(): Promise<Draft | undefined> {
    await Promise.resolve();
    return structuredClone(this.#draft);
  }

  async save(draft: Draft, refused?: ApplicationInput): Promise<Draft> {
    const copy = structuredClone(draft);
    await Promise.resolve();
    this.#draft = { ...together(copy, this.#draft, refused), savedAt: Date.now() };
    return structuredClone(this.#draft);
  }
}

/** A page with the application form, without what can be seen of it: it does what `ApplicationForm` and `Filling` do. */
export class Tab {
  /** The number that the citizen sees. */
  number: string | undefined;
  /** Why the last click came to nothing. */
  trouble = '';
  draft: Draft;
  readonly #store: Store;
  readonly #portal: Portal;
  #isSending = false;
  #isClosed = false;

  private constructor(store: Store, url: string, draft: Draft) {
    this.#store = store;
    this.draft = draft;
    const config = {
      portal: url,
      region: { code: '22', timeZone: 'Asia/Barnaul' },
      contact: { phone: '1' },
      consent: { version: '1' },
    };
    this.#portal = createPortal(config, new URL('http://municipality.test/okno.json'));
  }

  /** Opens the page; what had been sent without an answer is sent again, until `sent` resolves. */
  static async open(store: Store, url: string): Promise<{ tab: Tab; sent: Promise<void> }> {
    const found = await store.load();
    const tab = new Tab(store, url, found ?? newDraft('detskiy-sad', 'v1'));
    tab.number = found?.receipt?.number;
    return { tab, sent: found?.sent.length ? tab.#send() : Promise.resolve() };
  }

  /** The page is gone: what it was about to do, it does not. */
  close(): void {
    this.#isClosed = true;
  }

  async type(lastName: string): Promise<void> {
    if (!this.#isSending && !this.number) await this.#keep({ values: { lastName } });
  }

  async click(): Promise<void> {
    const { lastName } = this.draft.values;
    if (this.#isSending || this.number || typeof lastName !== 'string') return;
    this.#isSending = true;
    const input = applicationOf(lastName);
    await this.#keep({ sent: remembered(this.draft.sent, input) });
    if (this.draft.receipt) await this.#finish(this.draft.receipt);
    else await this.#send();
  }

  async #keep(change: Partial<Draft>, refused?: ApplicationInput): Promise<void> {
    if (this.#isClosed) return;
    this.draft = { ...this.draft, ...change };
    const { key, sent, savedAt, receipt } = await this.#store.save(this.draft, refused);
    this.draft = { ...this.draft, key, sent, savedAt, ...(receipt && { receipt }) };
  }

  async #finish(receipt: ApplicationReceipt): Promise<void> {
    await this.#keep({ receipt, values: {}, sent: [] });
    this.number = receipt.number;
  }

  async #send(): Promise<void> {
    this.#isSending = true;
    this.trouble = '';
    try {
      const outcome = await submit(this.#portal, this.draft);
      if (outcome.result === 'accepted') {
        const { number, code, dueOn } = outcome.value;
        await this.#finish({ number, code, dueOn });
      } else {
        this.trouble = 'invalid';
        const { sent } = this.draft;
        await this.#keep({ sent: sent.slice(0, -1) }, sent.at(-1));
      }
    } catch (error) {
      if (!(error instanceof PortalError || error instanceof OfflineError)) throw error;
      this.trouble = error instanceof PortalError ? (error.problem?.type ?? String(error.status)) : 'offline';
    } finally {
      this.#isSending = false;
    }
  }
}
