import {
  ApplicationListSchema,
  ApplicationStatusSchema,
  type ApplicationStatus,
  type ApplicationSummary,
} from '../contract/applications/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJson } from './http.ts';
import { postJson, type SendResult } from './post-json.ts';

const PATH = '/v1/applications';
/** As many as the portal gives in one response. */
const PAGE_SIZE = '100';

/** Fetches all applications of the citizen who is signed in, page by page, the newest first. */
export async function listMyApplications(portal: Portal, signal: AbortSignal): Promise<ApplicationSummary[]> {
  const all: ApplicationSummary[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: PAGE_SIZE, ...(after !== undefined && { after }) });
    const url = new URL(`${PATH}?${query.toString()}`, portal.config.portal);
    const page = await fetchJson(portal, { url, schema: ApplicationListSchema, signal });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
}

/** Withdraws an application of the citizen who is signed in. With the same key the portal does it once. */
export const withdrawApplication = (
  portal: Portal,
  number: string,
  key: string,
): Promise<SendResult<ApplicationStatus>> =>
  postJson(portal, { path: `${PATH}/${number}/withdrawal`, input: {}, schema: ApplicationStatusSchema, key });
