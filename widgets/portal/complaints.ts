import {
  ComplaintCreatedSchema,
  type ComplaintCreated,
  type ComplaintInput,
} from '../contract/complaints/schemas.ts';
import type { Portal } from './context.ts';
import { send, type Sent } from './send.ts';

/** Sends a complaint. The same key gives the same answer, however often it is sent. */
export const complain = (
  portal: Portal,
  input: ComplaintInput,
  key: string,
): Promise<Sent<ComplaintCreated>> =>
  send(portal, { path: '/v1/complaints', input, schema: ComplaintCreatedSchema, key });
