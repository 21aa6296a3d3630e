import type { SITE_OPERATIONS } from '../../widgets/contract/sites/operations.ts';
import type { AllowedOriginsContext } from './cors.ts';
import type { HandlersOf } from './handlers.ts';

/** The handler that tells a page whether its site is on the list. */
export const siteHandlers: HandlersOf<typeof SITE_OPERATIONS, AllowedOriginsContext> = {
  getSite({ c }, { allowedOrigins }) {
    const origin = c.req.header('Origin');
    return { status: 200, body: { origin, known: origin === undefined || allowedOrigins.includes(origin) } };
  },
};
