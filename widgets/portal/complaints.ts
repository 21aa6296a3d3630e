import {
  ComplaintCreatedSchema,
  type ComplaintCreated,
  type ComplaintInput,
} from '../contract/complaints/schemas.ts';
import type { Portal } from './context.ts';
import { postJson, type SendResult } from './post-json.ts';

/** Sends a complaint. The same key gives the same answer, however often it is sent. */
export const createComplaint = (
  portal: Portal,
  input: ComplaintInput,
  key: string,
): Promise<SendResult<ComplaintCreated>> =>
  postJson(portal, { path: '/v1/complaints', input, schema: ComplaintCreatedSchema, key });
