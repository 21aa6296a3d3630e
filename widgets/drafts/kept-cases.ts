import { CaseNotes, notesAmong } from './case-notes.ts';
import type { Draft } from './draft.ts';
import { DraftVault } from './draft-vault.ts';
import { TabDrafts } from './tab-drafts.ts';

/** What a device knows of a case whose receipt it keeps. */
export interface KeptCase<Known> {
  kind: 'application' | 'complaint';
  code: string;
  /** How the case stood the last time; absent where the portal has never said it. */
  known?: Known | undefined;
}

type Receipt = Draft<unknown, { number: string; code: string }>;

/** Ids of the drafts of complaints: `complaint`, `complaint-222026004217`, `complaint~1`. */
const COMPLAINT = /^complaint(?:-\d+)?(?:~\d+)?$/;

/** Whether what the vault lists is a complaint, and no application. */
export const isComplaint = ({ id }: Draft): boolean => COMPLAINT.test(id);

/** The cases whose receipts this device keeps. On a computer of others there are none. No method rejects. */
export class KeptCases<Known> {
  readonly #vault = new DraftVault<Receipt>();

  /** Finds a case by its number. */
  async find(number: string): Promise<KeptCase<Known> | undefined> {
    if (new TabDrafts().isShared) return undefined;
    const all = await this.#vault.listAll();
    const sent = all.find(({ receipt }) => receipt?.number === number);
    if (!sent?.receipt) return undefined;
    const { known } = notesAmong<Known>(all).get(number) ?? {};
    return { kind: isComplaint(sent) ? 'complaint' : 'application', code: sent.receipt.code, known };
  }

  /** Keeps how a case stands, where the device has its receipt. */
  async keep(number: string, known: Known): Promise<void> {
    if (await this.find(number)) await new CaseNotes<Known>(this.#vault).change(number, { known });
  }
}
