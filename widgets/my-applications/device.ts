import type { ComplaintCreated, ComplaintStatus } from '../contract/complaints/schemas.ts';
import { CaseNotes, isNote, notesAmong, type CaseNote } from '../drafts/case-notes.ts';
import { isComplaint } from '../drafts/kept-cases.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import { complaintSummary } from './complaint-summary.ts';
import type { KnownStatus, StoredApplication } from './rows.ts';

/** Drafts of a form that is in no list. */
const RATING = /^rating(?:-\d+)?(?:~\d+)?$/;

/** Whether what the vault lists is in the list: a draft or a receipt of an application, or the receipt of a complaint. */
const isListed = (draft: StoredApplication): boolean =>
  !isNote(draft) && !RATING.test(draft.id) && (!isComplaint(draft) || !!draft.receipt);

/** What this device keeps of the citizen's applications: drafts, receipts, also of complaints, and notes about them. */
export class Device {
  readonly vault = new DraftVault<StoredApplication>();
  readonly notes = new CaseNotes(this.vault);
  readonly #tab = new TabDrafts();

  /** Whether others use this computer: nothing is kept on it, and nothing is looked for. */
  get isShared(): boolean {
    return this.#tab.isShared;
  }

  /** Reads drafts, receipts and notes. */
  async read(): Promise<{ stored: StoredApplication[]; notes: Map<string, CaseNote<KnownStatus>> }> {
    const all = this.isShared ? [] : await this.vault.listAll();
    const notes = notesAmong<KnownStatus>(all);
    const stored = all
      .filter(isListed)
      .map((draft) => (isComplaint(draft) ? withComplaint(draft, notes) : draft));
    return { stored, notes };
  }

  /** Keeps how a case stands; on a computer of others nothing. */
  async keepKnown(number: string, known: unknown): Promise<void> {
    if (!this.isShared) await this.notes.change(number, { known });
  }
}

/** The receipt of a complaint as the list has those of applications; so is what the device knows of it. */
function withComplaint(
  draft: StoredApplication,
  notes: Map<string, CaseNote<KnownStatus>>,
): StoredApplication {
  const receipt = draft.receipt as unknown as ComplaintCreated;
  const note = notes.get(receipt.number);
  if (note?.known?.status) {
    const status = complaintSummary(note.known.status as unknown as ComplaintStatus);
    notes.set(receipt.number, { ...note, known: { ...note.known, status } });
  }
  return { ...draft, receipt: { ...receipt, submittedAt: receipt.registeredAt } };
}
