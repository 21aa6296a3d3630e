import { SessionSchema, type SessionInfo } from '../contract/session/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJson } from './http.ts';

/** Fetches who is signed in, as whom, and until when. */
export const getSessionInfo = (portal: Portal): Promise<SessionInfo> =>
  fetchJson(portal, { url: new URL('/v1/session', portal.config.portal), schema: SessionSchema });
