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
import { find, read, send, type Sent } from './http.ts';

/** The portal keeps the draft now; or another device has changed it meanwhile, and it was not written over. */
export type Saved = { result: 'saved'; draft: DraftSummary } | { result: 'stale' };

const addressOf = ({ config }: Portal, id: string) =>
  new URL(`/v1/drafts/${encodeURIComponent(id)}`, config.portal);

/** Keeps a draft on the portal, for one who has signed in. `version` is the one that was opened; a new draft has none. */
export async function saveDraft(
  portal: Portal,
  id: string,
  content: DraftContent,
  version?: string,
): Promise<Saved> {
  try {
    const draft = await read(portal, addressOf(portal, id), DraftSummarySchema, {
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
export const draftOf = (portal: Portal, id: string): Promise<KeptDraft | undefined> =>
  find(portal, addressOf(portal, id), KeptDraftSchema);

/** A code that opens the draft on another device: once, for ten minutes. The same key gives the same code. */
export const handOver = (portal: Portal, content: DraftContent, key: string): Promise<Sent<HandOver>> =>
  send(portal, '/v1/hand-overs', content, HandOverSchema, key);

/**
 * The draft that a code opens, as it was typed; `undefined` when it opens nothing, or nothing any more. The same key gives the
 * same draft where the answer was lost.
 */
export async function redeem(portal: Portal, code: string, key: string): Promise<DraftContent | undefined> {
  const input = v.safeParse(RedemptionInputSchema, { code });
  if (!input.success) return undefined;
  return find(portal, new URL('/v1/hand-overs/redemptions', portal.config.portal), DraftContentSchema, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"` },
    body: JSON.stringify(input.output),
  });
}
