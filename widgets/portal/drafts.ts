import {
  DraftListSchema,
  DraftSummarySchema,
  KeptDraftSchema,
  type DraftContent,
  type DraftSummary,
  type KeptDraft,
} from '../contract/drafts/schemas.ts';
import { writeJson } from '../text/json.ts';
import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import { fetchJsonIfFound, fetchJson } from './http.ts';

/** Result of saving: `saved`; or `stale`, where another device has saved a newer version, which was not overwritten. */
export type SaveDraftResult = { result: 'saved'; draft: DraftSummary } | { result: 'stale' };

const draftUrl = ({ config }: Portal, id: string) =>
  new URL(`/v1/drafts/${encodeURIComponent(id)}`, config.portal);

interface DraftToSave {
  id: string;
  content: DraftContent;
  /** The version that this device has opened; a new draft has none. */
  version?: string | undefined;
}

/**
 * Saves a draft on the portal. The citizen must be signed in. The portal compares versions: `If-Match` replaces only the version that
 * was opened, `If-None-Match: *` only creates (RFC 9110, 13.1).
 */
export async function saveDraft(
  portal: Portal,
  { id, content, version }: DraftToSave,
): Promise<SaveDraftResult> {
  try {
    const draft = await fetchJson(portal, {
      url: draftUrl(portal, id),
      schema: DraftSummarySchema,
      method: 'PUT',
      headers: {
        'Content-Type': 'application/json',
        ...(version === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` }),
      },
      body: writeJson(content),
    });
    return { result: 'saved', draft };
  } catch (error) {
    if (error instanceof PortalError && error.problem?.type === 'stale') return { result: 'stale' };
    throw error;
  }
}

/** Fetches a draft that the portal has saved for the citizen; `undefined` when there is none. */
export const getDraft = (portal: Portal, id: string): Promise<KeptDraft | undefined> =>
  fetchJsonIfFound(portal, { url: draftUrl(portal, id), schema: KeptDraftSchema });

/** Removes a draft from the portal. However often it is sent, it is gone. Rejects with a `PortalError` where the portal refuses. */
export async function deleteDraft(portal: Portal, id: string): Promise<void> {
  const init = { method: 'DELETE', credentials: 'omit' } as const;
  const { ok, status } = await portal.session.send(draftUrl(portal, id).pathname, init);
  if (!ok) throw new PortalError(status);
}

/** Fetches what drafts the portal keeps for the citizen who is signed in, without their answers. */
export const listDrafts = async (portal: Portal, signal: AbortSignal): Promise<DraftSummary[]> => {
  const url = new URL('/v1/drafts', portal.config.portal);
  return (await fetchJson(portal, { url, schema: DraftListSchema, signal })).items;
};
