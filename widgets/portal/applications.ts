import {
  ApplicationCreatedSchema,
  ApplicationStatusSchema,
  type ApplicationCreated,
  type ApplicationInput,
  type ApplicationStatus,
} from '../contract/applications/schemas.ts';
import type { Portal } from './context.ts';
import { find } from './http.ts';
import { send, type Sent } from './send.ts';

/** Sends an application. The same key gives the same answer, however often it is sent. */
export const apply = (
  portal: Portal,
  input: ApplicationInput,
  key: string,
): Promise<Sent<ApplicationCreated>> =>
  send(portal, { path: '/v1/applications', input, schema: ApplicationCreatedSchema, key });

/** Where an application stands; `undefined` when number and code do not belong together. */
export async function statusOf(
  portal: Portal,
  { number, code }: { number: string; code: string },
  signal?: AbortSignal,
): Promise<ApplicationStatus | undefined> {
  const url = new URL(`/v1/applications/${encodeURIComponent(number)}/status`, portal.config.portal);
  return find(portal, { url, schema: ApplicationStatusSchema, headers: { 'Okno-Case-Code': code }, signal });
}
