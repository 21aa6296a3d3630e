import { newDraft, type Draft } from './draft.ts';
import type { DraftVault } from './draft-vault.ts';

/** What the device knows of a case or of a draft besides: the name that the citizen has given it, and how the case stood. */
export interface CaseNote<Known> {
  /** «детский сад, Маша»; absent where she has given none. */
  name?: string;
  /** What the portal has said of the case the last time. */
  known?: Known;
}

type NoteDraft<Known> = Draft<never, never, Readonly<Record<string, unknown>> & CaseNote<Known>>;

/** Before the number of a case, or the id of a draft: no service has such a slug. */
const PREFIX = 'note of ';

/**
 * The notes about cases and drafts, in the vault beside them: sealed, and with an HMAC instead of the number. `key` is the number of a
 * case, or the id of a draft. No method rejects.
 */
export class CaseNotes<Known> {
  readonly #vault: DraftVault<NoteDraft<Known>>;

  constructor(vault: DraftVault) {
    this.#vault = vault as unknown as DraftVault<NoteDraft<Known>>;
  }

  /** Changes a note, and keeps the rest of it. */
  async change(key: string, change: CaseNote<Known>): Promise<void> {
    const id = PREFIX + key;
    const stored = (await this.#vault.load(id)) ?? newDraft(id, '');
    const times = Object.fromEntries(Object.keys(change).map((name) => [name, Date.now()]));
    const values = { ...stored.values, ...change };
    const changedAt = { ...stored.changedAt, ...times };
    const note = { ...stored, values, changedAt, others: {}, isNote: true as const };
    await this.#vault.save(note, { seen: stored });
  }

  /** Removes a note. */
  remove(key: string): Promise<void> {
    return this.#vault.remove(PREFIX + key);
  }
}

/** Whether what the vault lists is a note, and no draft. */
export const isNote = ({ id }: Draft): boolean => id.startsWith(PREFIX);

/** The notes among all that the vault lists, by the number of the case or the id of the draft. */
export const notesAmong = <Known>(drafts: readonly Draft[]): Map<string, CaseNote<Known>> =>
  new Map(
    drafts.filter(isNote).map(({ id, values }) => [id.slice(PREFIX.length), values as CaseNote<Known>]),
  );
