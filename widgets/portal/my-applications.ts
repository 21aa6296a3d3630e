import {
  ApplicationListSchema,
  ApplicationStatusSchema,
  type ApplicationStatus,
  type ApplicationSummary,
} from '../contract/applications/schemas.ts';
import type { Portal } from './context.ts';
import { fetchPages } from './fetch-pages.ts';
import { postJson, type SendResult } from './post-json.ts';

const PATH = '/v1/applications';

/** Fetches all applications of the citizen who is signed in, the newest first. */
export const listMyApplications = (portal: Portal, signal: AbortSignal): Promise<ApplicationSummary[]> =>
  fetchPages(portal, { path: PATH, schema: ApplicationListSchema, signal });

/** Withdraws an application of the citizen who is signed in. With the same key the portal does it once. */
export const withdrawApplication = (
  portal: Portal,
  number: string,
  key: string,
): Promise<SendResult<ApplicationStatus>> =>
  postJson(portal, { path: `${PATH}/${number}/withdrawal`, input: {}, schema: ApplicationStatusSchema, key });
