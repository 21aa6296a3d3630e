import { CaseNotes, isNote, notesAmong, type CaseNote } from '../drafts/case-notes.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import type { KnownStatus, StoredApplication } from './rows.ts';

/** Drafts of other forms, which are no applications. */
const OTHER_FORMS = /^(?:complaint|rating)(?:-\d+)?(?:~\d+)?$/;

/** Whether what the vault lists is an application. */
const isApplication = ({ id }: { id: string }): boolean => !OTHER_FORMS.test(id);

/** What this device keeps of the citizen's applications: drafts, receipts, and notes about them. */
export class Device {
  readonly vault = new DraftVault<StoredApplication>();
  readonly notes = new CaseNotes<KnownStatus>(this.vault);
  readonly #tab = new TabDrafts();

  /** Whether others use this computer: nothing is kept on it, and nothing is looked for. */
  get isShared(): boolean {
    return this.#tab.isShared;
  }

  /** Reads drafts, receipts and notes. */
  async read(): Promise<{ stored: StoredApplication[]; notes: Map<string, CaseNote<KnownStatus>> }> {
    const all = this.isShared ? [] : await this.vault.listAll();
    return {
      stored: all.filter((draft) => !isNote(draft) && isApplication(draft)),
      notes: notesAmong<KnownStatus>(all),
    };
  }

  /** Keeps how a case stands; on a computer of others nothing. */
  async keepKnown(number: string, known: KnownStatus): Promise<void> {
    if (!this.isShared) await this.notes.change(number, { known });
  }
}
