import * as v from 'valibot';

import {
  DraftContentSchema,
  DraftSummarySchema,
  HandOverSchema,
  KeptDraftSchema,
  RedemptionInputSchema,
  type DraftContent,
  type DraftSummary,
  type HandOver,
  type KeptDraft,
} from '../contract/drafts/schemas.ts';
import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import { fetchJsonIfFound, fetchJson } from './http.ts';
import { postJson, type SendResult } from './post-json.ts';

/** The portal keeps the draft now; or another device has changed it meanwhile, and it was not written over. */
export type SaveDraftResult = { result: 'saved'; draft: DraftSummary } | { result: 'stale' };

const draftUrl = ({ config }: Portal, id: string) =>
  new URL(`/v1/drafts/${encodeURIComponent(id)}`, config.portal);

interface DraftToSave {
  id: string;
  content: DraftContent;
  /** The version that was opened; a new draft has none. */
  version?: string | undefined;
}

/** Keeps a draft on the portal, for one who has signed in. */
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
      body: JSON.stringify(content),
    });
    return { result: 'saved', draft };
  } catch (error) {
    if (error instanceof PortalError && error.problem?.type === 'stale') return { result: 'stale' };
    throw error;
  }
}

/** A draft that the portal keeps for the citizen; `undefined` when there is none. */
export const getDraft = (portal: Portal, id: string): Promise<KeptDraft | undefined> =>
  fetchJsonIfFound(portal, { url: draftUrl(portal, id), schema: KeptDraftSchema });

/** A code that opens the draft on another device: once, for ten minutes. The same key gives the same code. */
export const createHandOver = (
  portal: Portal,
  content: DraftContent,
  key: string,
): Promise<SendResult<HandOver>> =>
  postJson(portal, { path: '/v1/hand-overs', input: content, schema: HandOverSchema, key });

/**
 * The draft that a code opens, as it was typed; `undefined` when it opens nothing, or nothing any more. The same key gives the
 * same draft where the answer was lost.
 */
export async function redeemHandOver(
  portal: Portal,
  code: string,
  key: string,
): Promise<DraftContent | undefined> {
  const input = v.safeParse(RedemptionInputSchema, { code });
  if (!input.success) return undefined;
  return fetchJsonIfFound(portal, {
    url: new URL('/v1/hand-overs/redemptions', portal.config.portal),
    schema: DraftContentSchema,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"` },
    body: JSON.stringify(input.output),
  });
}
