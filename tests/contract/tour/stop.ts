import * as v from 'valibot';

import type { sandbox } from '../../../api-mocks/testing.ts';
import { newKey } from '../../../api-mocks/testing.ts';
import type { API } from '../../../widgets/contract/openapi/api.ts';

/** A sandbox whose clocks can be put on. */
export type Portal = Awaited<ReturnType<typeof sandbox>> & { later(days: number): void };

/** What one request says, besides what every request of its operation needs: Anna's token, a key, the page's origin. */
export interface Ask {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** JSON. */
  body?: object;
  /** A body that is not JSON. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** How one operation is asked so that all goes well; and so that it ends otherwise, by status, where `ways.ts` has no way for all. */
export interface Stop {
  good: (portal: Portal) => Ask | Promise<Ask>;
  but?: Partial<Record<number, (portal: Portal, good: Ask) => Ask | Promise<Ask>>>;
}

/** The stops of all operations. */
export type Stops = Record<keyof typeof API, Stop>;

/** For operations that need to be told nothing. */
export const PLAIN: Stop = { good: () => ({}) };

/** Does something on the way, as Anna; gives the JSON of the answer. */
export async function done<S extends v.GenericSchema>(
  portal: Portal,
  path: string,
  body: object,
  schema: S,
): Promise<v.InferOutput<S>> {
  const headers = { ...portal.as('anna'), 'Idempotency-Key': newKey() };
  return v.parse(schema, await (await portal.post(`/v1${path}`, body, headers)).json());
}

/** What a GET gives to Anna. */
export async function seen<S extends v.GenericSchema>(
  portal: Portal,
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  return v.parse(schema, await (await portal.call(`/v1${path}`, { headers: portal.as('anna') })).json());
}

/** An application of Anna's. */
export const applied = async (portal: Portal, body: object) =>
  done(portal, '/applications', body, v.object({ number: v.string(), code: v.string() }));
