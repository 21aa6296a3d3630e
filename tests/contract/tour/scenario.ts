import * as v from 'valibot';

import type { startTestSandbox } from '../../../api-mocks/testing.ts';
import { newIdempotencyKey } from '../../../api-mocks/testing.ts';
import type { API } from '../../../widgets/contract/openapi/api.ts';

/** A sandbox whose clocks can be put on. */
export type TourSandbox = Awaited<ReturnType<typeof startTestSandbox>> & { advanceDays(days: number): void };

/** What one request says, besides what every request of its operation needs: Anna's token, a key, the page's origin. */
export interface RequestParts {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** JSON. */
  body?: object;
  /** A body that is not JSON. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** How one operation is asked so that all goes well; and so that it ends otherwise, by status, where `ways.ts` has no way for all. */
export interface OperationScenario {
  success: (portal: TourSandbox) => RequestParts | Promise<RequestParts>;
  failures?: Partial<
    Record<number, (portal: TourSandbox, good: RequestParts) => RequestParts | Promise<RequestParts>>
  >;
}

/** The stops of all operations. */
export type OperationScenarios = Record<keyof typeof API, OperationScenario>;

/** For operations that need to be told nothing. */
export const NO_INPUT: OperationScenario = { success: () => ({}) };

/** Does something on the way, as Anna; gives the JSON of the answer. */
export async function postAsAnna<S extends v.GenericSchema>(
  portal: TourSandbox,
  path: string,
  body: object,
  schema: S,
): Promise<v.InferOutput<S>> {
  const headers = { ...portal.headersOf('anna'), 'Idempotency-Key': newIdempotencyKey() };
  return v.parse(schema, await (await portal.post(`/v1${path}`, body, headers)).json());
}

/** What a GET gives to Anna. */
export async function getAsAnna<S extends v.GenericSchema>(
  portal: TourSandbox,
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  return v.parse(
    schema,
    await (await portal.call(`/v1${path}`, { headers: portal.headersOf('anna') })).json(),
  );
}

/** An application of Anna's. */
export const applyAsAnna = async (portal: TourSandbox, body: object) =>
  postAsAnna(portal, '/applications', body, v.object({ number: v.string(), code: v.string() }));
