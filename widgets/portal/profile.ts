import { ProfileSchema, type Profile } from '../contract/profile/schemas.ts';
import type { Portal } from './context.ts';
import { read } from './http.ts';

/** What the portal knows of the citizen who has signed in. */
export const profileOf = (portal: Portal): Promise<Profile> =>
  read(portal, { url: new URL('/v1/profile', portal.config.portal), schema: ProfileSchema });
