import * as v from 'valibot';

import {
  DraftContentSchema,
  type DraftContent,
  type DraftSummary,
  type KeptDraft,
} from '../../widgets/contract/drafts/schemas.ts';
import { attachmentsIn } from '../cases/attachments.ts';
import type { Handlers } from '../http/api.ts';
import { conditionalResponse } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import { runTransaction, type DatabaseContext } from '../store/database.ts';
import { keyedHash, seal, unseal, type KeyContext } from '../store/sealing.ts';

const DRAFT_LIFETIME_MS = 30 * 86_400_000;
/** Drafts that one citizen may have here. */
const MAX_DRAFTS = 50;

const RowSchema = v.object({ id: v.string(), sealed: v.instance(Uint8Array), savedAt: v.string() });

type DraftsContext = DatabaseContext & KeyContext & WallClockContext;

/** Drafts that citizens keep on the portal. */
export const draftHandlers: Pick<
  Handlers<DraftsContext>,
  'listDrafts' | 'getDraft' | 'saveDraft' | 'deleteDraft'
> = {
  listDrafts({ citizen }, context) {
    const rows = context.db
      .prepare(`SELECT * FROM drafts WHERE ${IS_KEPT} ORDER BY savedAt DESC, id`)
      .all(citizen.id, keptSince(context));
    return { status: 200, body: { items: rows.map((row) => draftSummaryOf(unsealDraft(context, row))) } };
  },
  getDraft({ params: { id }, headers, citizen }, context) {
    const draft = findDraft(context, citizen.id, id);
    if (!draft) throw new HttpProblem('not-found');
    return conditionalResponse(draft, headers['If-None-Match'], etagOf(draft));
  },
  saveDraft({ params: { id }, headers, body, citizen }, context) {
    const draft = runTransaction(context.db, () => {
      const kept = findDraft(context, citizen.id, id);
      // The answer to an earlier request got lost: what is asked for is done.
      if (kept?.version === versionOf(context, body)) return kept;
      checkVersion(kept, headers);
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

const versionOf = ({ key }: KeyContext, content: DraftContent) =>
  keyedHash(key, `draft ${JSON.stringify(content)}`)
    .toString('base64url')
    .slice(0, 22);
const etagOf = ({ version }: DraftSummary) => `"${version}"`;
const draftSummaryOf = ({ id, service, version, savedAt, expiresAt }: KeptDraft): DraftSummary => ({
  id,
  service,
  version,
  savedAt,
  expiresAt,
});

interface DraftPreconditions {
  'If-Match'?: string | undefined;
  'If-None-Match'?: '*' | undefined;
}

/** Refuses to write over what the client has not seen. */
function checkVersion(kept: KeptDraft | undefined, conditions: DraftPreconditions): void {
  const { 'If-Match': ifMatch, 'If-None-Match': ifNoneMatch } = conditions;
  if (ifMatch === undefined && ifNoneMatch === undefined)
    throw new HttpProblem('malformed', { errors: [{ pointer: '/headers/If-Match', code: 'required' }] });
  const isFresh = ifMatch === undefined || (kept !== undefined && ['*', etagOf(kept)].includes(ifMatch));
  if (!isFresh || (ifNoneMatch && kept)) throw new HttpProblem('stale');
}

const IS_KEPT = 'citizen = ? AND savedAt > ?';
const keptSince = ({ wallNow }: WallClockContext) =>
  new Date(wallNow().getTime() - DRAFT_LIFETIME_MS).toISOString();

function findDraft(context: DraftsContext, citizen: string, id: string): KeptDraft | undefined {
  const row = context.db
    .prepare(`SELECT * FROM drafts WHERE ${IS_KEPT} AND id = ?`)
    .get(citizen, keptSince(context), id);
  return row && unsealDraft(context, row);
}

function unsealDraft(context: KeyContext, row: object): KeptDraft {
  const { id, sealed, savedAt } = v.parse(RowSchema, row);
  const content = v.parse(DraftContentSchema, unseal(context.key, sealed));
  const expiresAt = new Date(Date.parse(savedAt) + DRAFT_LIFETIME_MS).toISOString();
  return { ...content, id, version: versionOf(context, content), savedAt, expiresAt };
}

/** Saves a draft, and keeps the files that it names as long. */
function saveDraft(
  context: DraftsContext,
  { citizen, id }: { citizen: string; id: string },
  content: DraftContent,
): KeptDraft {
  const { db, key, wallNow } = context;
  const others = db
    .prepare(`SELECT count(*) AS count FROM drafts WHERE ${IS_KEPT} AND id <> ?`)
    .get(citizen, keptSince(context), id);
  if (Number(others?.['count']) >= MAX_DRAFTS)
    throw new HttpProblem('too-large', {
      detail: `Можно хранить ${MAX_DRAFTS} черновиков. Удалите ненужный.`,
    });
  const row = { citizen, id, sealed: seal(key, content), savedAt: wallNow().toISOString() };
  db.prepare('INSERT OR REPLACE INTO drafts VALUES (:citizen, :id, :sealed, :savedAt)').run(row);
  const draft = unsealDraft(context, row);
  const keep = db.prepare(
    "UPDATE uploads SET keptUntil = ? WHERE id = ? AND state = 'clean' AND (citizen IS NULL OR citizen = ?)",
  );
  for (const file of attachmentsIn(content.answers)) keep.run(draft.expiresAt, file.id, citizen);
  return draft;
}
