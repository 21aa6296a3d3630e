import { ProfileSchema, type Profile } from '../contract/profile/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJson } from './http.ts';

/** Fetches what the portal knows of the citizen who is signed in. */
export const getProfile = (portal: Portal): Promise<Profile> =>
  fetchJson(portal, { url: new URL('/v1/profile', portal.config.portal), schema: ProfileSchema });
