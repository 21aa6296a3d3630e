import {
  ComplaintCreatedSchema,
  ComplaintListSchema,
  type ComplaintCreated,
  type ComplaintInput,
  type ComplaintSummary,
} from '../contract/complaints/schemas.ts';
import type { Portal } from './context.ts';
import { fetchPages } from './fetch-pages.ts';
import { postJson, type SendResult } from './post-json.ts';

/** Sends a complaint. With the same key the portal gives the same response and stores one complaint, however often it is sent. */
export const createComplaint = (
  portal: Portal,
  input: ComplaintInput,
  key: string,
): Promise<SendResult<ComplaintCreated>> =>
  postJson(portal, { path: '/v1/complaints', input, schema: ComplaintCreatedSchema, key });

/** Fetches all complaints of the citizen who is signed in, the newest first. */
export const listMyComplaints = (portal: Portal, signal: AbortSignal): Promise<ComplaintSummary[]> =>
  fetchPages(portal, { path: '/v1/complaints', schema: ComplaintListSchema, signal });
