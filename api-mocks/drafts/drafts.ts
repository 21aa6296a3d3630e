import * as v from 'valibot';

import {
  DraftContentSchema,
  type DraftContent,
  type DraftSummary,
  type KeptDraft,
} from '../../widgets/contract/drafts/schemas.ts';
import type { Handlers } from '../http/api.ts';
import { attachmentsIn } from '../cases/attachments.ts';
import { transaction } from '../store/database.ts';
import { unlessKnown } from '../http/etag.ts';
import { handOvers } from './hand-overs.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { keyed, seal, unseal } from '../store/sealed.ts';

const KEPT = 30 * 86_400_000;
/** Drafts that one citizen may have here. */
const MOST_DRAFTS = 50;

const RowSchema = v.object({ id: v.string(), sealed: v.instance(Uint8Array), savedAt: v.string() });

type DraftHandlers = Pick<Handlers, 'listDrafts' | 'getDraft' | 'saveDraft' | 'deleteDraft'> &
  ReturnType<typeof handOvers>;

/** Drafts that citizens keep on the portal, and drafts that go from one device to another. */
export const drafts = (sandbox: Sandbox): DraftHandlers => ({
  ...handOvers(sandbox),
  listDrafts: ({ citizen }) => ({
    status: 200,
    body: {
      items: sandbox.db
        .prepare(`SELECT * FROM drafts WHERE ${isKept} ORDER BY savedAt DESC, id`)
        .all(citizen.id, since(sandbox))
        .map((row) => summaryOf(draftIn(sandbox, row))),
    },
  }),
  getDraft({ params: { id }, headers, citizen }) {
    const draft = findDraft(sandbox, citizen.id, id);
    if (!draft) throw new Refusal('not-found');
    return unlessKnown(draft, headers['If-None-Match'], etagOf(draft));
  },
  saveDraft({ params: { id }, headers, body, citizen }) {
    const draft = transaction(sandbox.db, () => {
      const kept = findDraft(sandbox, citizen.id, id);
      // The answer to an earlier request got lost: what is asked for is done.
      if (kept?.version === versionOf(sandbox, body)) return kept;
      check(kept, headers['If-Match'], headers['If-None-Match']);
      return save(sandbox, citizen.id, id, body);
    });
    return { status: 200, body: summaryOf(draft), headers: { ETag: etagOf(draft) } };
  },
  deleteDraft({ params: { id }, citizen }) {
    if (!findDraft(sandbox, citizen.id, id)) throw new Refusal('not-found');
    sandbox.db.prepare('DELETE FROM drafts WHERE citizen = ? AND id = ?').run(citizen.id, id);
    return { status: 204 };
  },
});

const versionOf = ({ key }: Sandbox, content: DraftContent) =>
  keyed(key, `draft ${JSON.stringify(content)}`)
    .toString('base64url')
    .slice(0, 22);
const etagOf = ({ version }: DraftSummary) => `"${version}"`;
const summaryOf = ({ id, service, version, savedAt, expiresAt }: KeptDraft): DraftSummary => ({
  id,
  service,
  version,
  savedAt,
  expiresAt,
});

/** Refuses to write over what the client has not seen. */
function check(kept: KeptDraft | undefined, ifMatch: string | undefined, ifNoneMatch: '*' | undefined): void {
  if (ifMatch === undefined && ifNoneMatch === undefined)
    throw new Refusal('malformed', { errors: [{ pointer: '/headers/If-Match', code: 'required' }] });
  const isFresh = ifMatch === undefined || (kept !== undefined && ['*', etagOf(kept)].includes(ifMatch));
  if (!isFresh || (ifNoneMatch && kept)) throw new Refusal('stale');
}

const isKept = 'citizen = ? AND savedAt > ?';
const since = ({ real }: Sandbox) => new Date(real().getTime() - KEPT).toISOString();

function findDraft(sandbox: Sandbox, citizen: string, id: string): KeptDraft | undefined {
  const row = sandbox.db
    .prepare(`SELECT * FROM drafts WHERE ${isKept} AND id = ?`)
    .get(citizen, since(sandbox), id);
  return row && draftIn(sandbox, row);
}

function draftIn(sandbox: Sandbox, row: object): KeptDraft {
  const { id, sealed, savedAt } = v.parse(RowSchema, row);
  const content = v.parse(DraftContentSchema, unseal(sandbox.key, sealed));
  const expiresAt = new Date(Date.parse(savedAt) + KEPT).toISOString();
  return { ...content, id, version: versionOf(sandbox, content), savedAt, expiresAt };
}

/** Keeps a draft, and the files that it names as long. */
function save(sandbox: Sandbox, citizen: string, id: string, content: DraftContent): KeptDraft {
  const { db, key, real } = sandbox;
  const others = db
    .prepare(`SELECT count(*) AS count FROM drafts WHERE ${isKept} AND id <> ?`)
    .get(citizen, since(sandbox), id);
  if (Number(others?.['count']) >= MOST_DRAFTS)
    throw new Refusal('too-large', { detail: `Можно хранить ${MOST_DRAFTS} черновиков. Удалите ненужный.` });
  const row = { citizen, id, sealed: seal(key, content), savedAt: real().toISOString() };
  db.prepare('INSERT OR REPLACE INTO drafts VALUES (:citizen, :id, :sealed, :savedAt)').run(row);
  const draft = draftIn(sandbox, row);
  const keep = db.prepare(
    "UPDATE uploads SET keptUntil = ? WHERE id = ? AND state = 'clean' AND (citizen IS NULL OR citizen = ?)",
  );
  for (const file of attachmentsIn(content.answers)) keep.run(draft.expiresAt, file.id, citizen);
  return draft;
}
