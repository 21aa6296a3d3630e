import * as v from 'valibot';

import {
  DraftContentSchema,
  type DraftContent,
  type DraftSummary,
  type KeptDraft,
} from '../../widgets/contract/drafts/schemas.ts';
import { DRAFT_DAYS } from '../../widgets/contract/values/lifetimes.ts';
import { attachmentsIn } from '../cases/attachments.ts';
import type { Handlers } from '../http/handlers.ts';
import { conditionalResponse } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import { runTransaction, type DatabaseContext } from '../store/database.ts';
import { keyedHash, seal, unseal, type KeyContext } from '../store/sealing.ts';

const DRAFT_LIFETIME_MS = DRAFT_DAYS * 86_400_000;
/** One citizen may store this many drafts. */
const MAX_DRAFTS = 50;
const RowSchema = v.object({ id: v.string(), sealed: v.instance(Uint8Array), savedAt: v.string() });

type DraftsContext = DatabaseContext & KeyContext & WallClockContext;

/**
 * Handlers of drafts that citizens store on the portal, so that they can continue on another device. Two devices may change
 * the same draft:
 *
 * | device | request                                  | response                                    |
 * | ------ | ---------------------------------------- | ------------------------------------------- |
 * | A      | `PUT`, `If-None-Match: *` (it is new)    | 200, `ETag: "v1"`                           |
 * | B      | `GET`                                    | 200, `ETag: "v1"`                           |
 * | A      | `PUT`, `If-Match: "v1"`                  | 200, `ETag: "v2"`                           |
 * | B      | `PUT`, `If-Match: "v1"`                  | 412 `stale`: B has not seen A's change      |
 * | A      | the same `PUT` again                     | 200, `ETag: "v2"`: nothing changes          |
 */
export const draftHandlers: Pick<
  Handlers<DraftsContext>,
  'listDrafts' | 'getDraft' | 'saveDraft' | 'deleteDraft'
> = {
  listDrafts({ citizen }, context) {
    const rows = context.db
      .prepare(`SELECT * FROM drafts WHERE ${IS_NOT_EXPIRED} ORDER BY savedAt DESC, id`)
      .all(citizen.id, oldestSavedAt(context));
    return { status: 200, body: { items: rows.map((row) => draftSummaryOf(unsealDraft(context, row))) } };
  },
  getDraft({ params: { id }, headers, citizen }, context) {
    const draft = findDraft(context, citizen.id, id);
    if (!draft) throw new HttpProblem('not-found');
    return conditionalResponse(draft, headers['If-None-Match'], etagOf(draft));
  },
  saveDraft({ params: { id }, headers, body, citizen }, context) {
    const draft = runTransaction(context.db, () => {
      const storedDraft = findDraft(context, citizen.id, id);
      // The same draft is sent again, because the response to the first request got lost.
      if (storedDraft?.version === versionOf(context, body)) return storedDraft;
      checkVersion(storedDraft, headers);
      return saveDraft(context, { citizen: citizen.id, id }, body);
    });
    return { status: 200, body: draftSummaryOf(draft), headers: { ETag: etagOf(draft) } };
  },
  deleteDraft({ params: { id }, citizen }, context) {
    if (!findDraft(context, citizen.id, id)) throw new HttpProblem('not-found');
    context.db.prepare('DELETE FROM drafts WHERE citizen = ? AND id = ?').run(citizen.id, id);
    return { status: 204 };
  },
};

/** The version of a draft: 22 characters of a keyed hash of its content. The same content has the same version. */
const versionOf = ({ key }: KeyContext, content: DraftContent) =>
  keyedHash(key, `draft ${JSON.stringify(content)}`)
    .toString('base64url')
    .slice(0, 22);
const etagOf = ({ version }: DraftSummary) => `"${version}"`;
/** A draft without its answers. */
const draftSummaryOf = ({ id, service, version, savedAt, expiresAt }: KeptDraft): DraftSummary => ({
  id,
  service,
  version,
  savedAt,
  expiresAt,
});

/** Headers that say which version of the draft the client has seen. */
interface DraftPreconditions {
  'If-Match'?: string | undefined;
  'If-None-Match'?: '*' | undefined;
}

/**
 * Throws 412 `stale` if the client would overwrite a version that it has not seen, and 400 `malformed` if it does not say
 * what it has seen. `If-None-Match: *` asks that there is no draft, `If-Match: "v1"` that the draft has this version.
 */
function checkVersion(storedDraft: KeptDraft | undefined, conditions: DraftPreconditions): void {
  const { 'If-Match': ifMatch, 'If-None-Match': ifNoneMatch } = conditions;
  if (ifMatch === undefined && ifNoneMatch === undefined)
    throw new HttpProblem('malformed', { errors: [{ pointer: '/headers/If-Match', code: 'required' }] });
  const hasSeen =
    ifMatch === undefined || (storedDraft !== undefined && ['*', etagOf(storedDraft)].includes(ifMatch));
  if (!hasSeen || (ifNoneMatch && storedDraft)) throw new HttpProblem('stale');
}

/** Selects the drafts of one citizen that have not expired. Its parameters are the citizen's id and `oldestSavedAt()`. */
const IS_NOT_EXPIRED = 'citizen = ? AND savedAt > ?';
/** A draft that was saved at this instant or before has expired: it looks deleted, even before the hourly deletion. */
const oldestSavedAt = ({ wallNow }: WallClockContext) =>
  new Date(wallNow().getTime() - DRAFT_LIFETIME_MS).toISOString();

/** Finds a draft that has not expired. Gives `undefined` if there is none. */
function findDraft(context: DraftsContext, citizen: string, id: string): KeptDraft | undefined {
  const row = context.db
    .prepare(`SELECT * FROM drafts WHERE ${IS_NOT_EXPIRED} AND id = ?`)
    .get(citizen, oldestSavedAt(context), id);
  return row && unsealDraft(context, row);
}

/** Decrypts a row of the table `drafts`, and computes the version and the end of the draft. */
function unsealDraft(context: KeyContext, row: object): KeptDraft {
  const { id, sealed, savedAt } = v.parse(RowSchema, row);
  const content = v.parse(DraftContentSchema, unseal(context.key, sealed));
  const expiresAt = new Date(Date.parse(savedAt) + DRAFT_LIFETIME_MS).toISOString();
  return { ...content, id, version: versionOf(context, content), savedAt, expiresAt };
}

/**
 * Stores a draft instead of the one with the same id. The uploads that it names are kept as long as the draft. Throws 413
 * `too-large` if the citizen has `MAX_DRAFTS` other drafts.
 */
function saveDraft(
  context: DraftsContext,
  { citizen, id }: { citizen: string; id: string },
  content: DraftContent,
): KeptDraft {
  const { db, key, wallNow } = context;
  const otherDrafts = db
    .prepare(`SELECT count(*) AS count FROM drafts WHERE ${IS_NOT_EXPIRED} AND id <> ?`)
    .get(citizen, oldestSavedAt(context), id);
  if (Number(otherDrafts?.['count']) >= MAX_DRAFTS)
    throw new HttpProblem('too-large', {
      detail: `Можно хранить ${MAX_DRAFTS} черновиков. Удалите ненужный.`,
    });
  const row = { citizen, id, sealed: seal(key, content), savedAt: wallNow().toISOString() };
  db.prepare('INSERT OR REPLACE INTO drafts VALUES (:citizen, :id, :sealed, :savedAt)').run(row);
  const draft = unsealDraft(context, row);
  const keepUpload = db.prepare(
    "UPDATE uploads SET keptUntil = ? WHERE id = ? AND state = 'clean' AND (citizen IS NULL OR citizen = ?)",
  );
  for (const file of attachmentsIn(content.answers)) keepUpload.run(draft.expiresAt, file.id, citizen);
  return draft;
}
