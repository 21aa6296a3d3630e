import { newDraft, type Draft } from './draft.ts';
import type { DraftFiles, FileChanges } from './draft-files.ts';
import { openJson, sealJson } from './sealing.ts';
import { FORMAT, recordsOf, type AnswerRecord, type DraftRecord, type DraftPlace } from './vault-database.ts';

/** A draft as it is on the device, and its revision there. */
export interface StoredDraft<D> {
  draft: D;
  revision: number;
}

/** An answer as it is sealed. `value` is absent where the citizen has emptied it. */
interface SealedAnswer {
  value?: unknown;
  at: number;
}

/**
 * Opens a draft with its answers, and with its files where `files` reads them; without it an answer has what is known of a file. What is
 * damaged is left out and named in `lost`. A damaged head is replaced by an empty one where the `id` of the draft is known, else it
 * rejects; so it does where a newer version of the widgets has written the draft.
 */
export async function readDraft<D extends Draft>(
  place: DraftPlace,
  record: DraftRecord,
  { files, id, isOpening = false }: { files?: DraftFiles; id?: string; isOpening?: boolean } = {},
): Promise<StoredDraft<D>> {
  const { database, keys } = place;
  if (record.format > FORMAT) throw new Error('A newer version of the widgets has written this draft');
  const lost: string[] = [];
  const head = await openJson<object>(keys, record.sealed, place.id).catch((error: unknown) => {
    if (id === undefined) throw error;
    lost.push('');
    return newDraft(id, '');
  });
  const values: Record<string, unknown> = {};
  const changedAt: Record<string, number> = {};
  for (const { answer, sealed } of await database.getAll('answers', recordsOf(place.id)))
    try {
      const { value, at } = await openJson<SealedAnswer>(keys, sealed, `${place.id}/${answer}`);
      const read = files
        ? await files.withFiles(place, { answer, value, at }, { lost, isOpening })
        : { value, at };
      values[answer] = read.value;
      changedAt[answer] = read.at;
    } catch {
      lost.push(answer);
    }
  const draft = { ...head, values, changedAt, savedAt: record.savedAt, lost } as unknown as D;
  return { draft, revision: record.revision };
}

interface Write<D> {
  merged: D;
  /** What is on the device, as far as this tab knows. */
  stored: StoredDraft<D> | undefined;
  files: DraftFiles;
  isStrict: boolean;
}

/** What `writeDraft` has stored: the draft as the device has it now, and the files that have to follow. */
interface Written<D> extends StoredDraft<D> {
  changes: FileChanges;
}

/**
 * Writes what differs from `stored`, answers that have changed and the head. Gives what is stored now; `undefined` where another tab has
 * written since, and nothing is written.
 */
export async function writeDraft<D extends Draft>(
  place: DraftPlace,
  { merged, stored, files, isStrict }: Write<D>,
): Promise<Written<D> | undefined> {
  // Sealing waits, and a transaction of IndexedDB does not: all is sealed before.
  const { values, changedAt, savedAt, ...head } = merged as Draft;
  const { keys, id } = place;
  const before = stored?.draft ?? { values: {}, changedAt: {} };
  const { changed, gone, after } = compareAnswers(before, { values, changedAt });
  const changes = files.compare(Object.values(before.values), Object.values(after));
  const seal = async (answer: string): Promise<AnswerRecord> => {
    const at = changedAt[answer] ?? 0;
    const value = files.withoutFiles(place, { answer, value: values[answer], at });
    const content: SealedAnswer = { value, at };
    return { draft: id, answer, sealed: await sealJson(keys, content, `${id}/${answer}`) };
  };
  const [sealed, ...answers] = await Promise.all([sealJson(keys, head, id), ...changed.map(seal)]);
  const revision = (stored?.revision ?? 0) + 1;
  const isReceipt = merged.receipt !== undefined || !!merged.isNote;
  const record: DraftRecord = { id, format: FORMAT, revision, savedAt, isReceipt, sealed };
  if (!(await writeRecords(place, { record, answers, gone, isStrict }))) return undefined;
  return { draft: { ...merged, values: after }, revision, changes };
}

/**
 * Compares the answers on the device with those of this tab. `after` has the answers as the device has them afterwards: one that is not
 * written stays as it was there, where the same file may have another id.
 */
function compareAnswers(
  before: Pick<Draft, 'values' | 'changedAt'>,
  { values, changedAt }: Pick<Draft, 'values' | 'changedAt'>,
) {
  const names = [...new Set([...Object.keys(values), ...Object.keys(changedAt)])];
  const isChanged = (name: string) =>
    changedAt[name] !== before.changedAt[name] || !(name in before.changedAt);
  const valueOf = (name: string) => (isChanged(name) ? values : before.values)[name];
  return {
    after: Object.fromEntries(names.map((name) => [name, valueOf(name)])),
    changed: names.filter(isChanged),
    gone: Object.keys(before.changedAt).filter((name) => !names.includes(name)),
  };
}

interface Records {
  record: DraftRecord;
  answers: readonly AnswerRecord[];
  /** Names of answers that are removed. */
  gone: readonly string[];
  isStrict: boolean;
}

/** Writes records in one transaction. False where another tab has written since, and nothing is written. */
async function writeRecords(
  { database, id }: DraftPlace,
  { record, answers, gone, isStrict }: Records,
): Promise<boolean> {
  const tx = database.transaction(['drafts', 'answers'], 'readwrite', {
    durability: isStrict ? 'strict' : 'relaxed',
  });
  const [drafts, table] = [tx.objectStore('drafts'), tx.objectStore('answers')];
  if (((await drafts.get(id))?.revision ?? 0) + 1 !== record.revision) return false;
  // One after the other: where an answer finds no room, the head is not written either.
  for (const answer of answers) await table.put(answer);
  for (const name of gone) await table.delete([id, name]);
  await drafts.put(record);
  await tx.done;
  return true;
}
