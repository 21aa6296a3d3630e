import {
  ApplicationCreatedSchema,
  ApplicationStatusSchema,
  type ApplicationCreated,
  type ApplicationInput,
  type ApplicationStatus,
} from '../contract/applications/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJsonIfFound } from './http.ts';
import { postJson, type SendResult } from './post-json.ts';

/** Sends an application. With the same key the portal gives the same response and stores one application, however often it is sent. */
export const createApplication = (
  portal: Portal,
  input: ApplicationInput,
  key: string,
): Promise<SendResult<ApplicationCreated>> =>
  postJson(portal, { path: '/v1/applications', input, schema: ApplicationCreatedSchema, key });

/** Fetches the status of an application; `undefined` when number and code do not belong together. */
export async function getApplicationStatus(
  portal: Portal,
  { number, code }: { number: string; code: string },
  signal?: AbortSignal,
): Promise<ApplicationStatus | undefined> {
  const url = new URL(`/v1/applications/${encodeURIComponent(number)}/status`, portal.config.portal);
  return fetchJsonIfFound(portal, {
    url,
    schema: ApplicationStatusSchema,
    headers: { 'Okno-Case-Code': code },
    signal,
  });
}
