import * as v from 'valibot';

import type { startTestSandbox } from '../../../api-mocks/testing.ts';
import { newIdempotencyKey } from '../../../api-mocks/testing.ts';
import type { API } from '../../../widgets/contract/openapi/api.ts';

/** A sandbox portal whose clocks can be advanced. */
export type TourSandbox = Awaited<ReturnType<typeof startTestSandbox>> & { advanceDays(days: number): void };

/**
 * The parts of a request that are special to it. `httpRequestOf` adds what every request needs: Anna's token, a key, the page's
 * origin.
 */
export interface RequestParts {
  /** Values in the path, by the name of the parameter. */
  params?: Record<string, string>;
  /** Query parameters. */
  query?: Record<string, string>;
  /** Headers; they replace those that `httpRequestOf` adds. */
  headers?: Record<string, string>;
  /** JSON. */
  body?: object;
  /** A body that is not JSON. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** How one operation is called in the tour. */
export interface OperationScenario {
  /** Makes a request that succeeds. Prepares the portal for it. */
  success: (portal: TourSandbox) => RequestParts | Promise<RequestParts>;
  /**
   * By status: makes a request that fails, of one that succeeds. Only for what `failures.ts` cannot do for all operations
   * alike.
   */
  failures?: Partial<
    Record<number, (portal: TourSandbox, good: RequestParts) => RequestParts | Promise<RequestParts>>
  >;
}

/** A scenario for each operation of the contract. */
export type OperationScenarios = Record<keyof typeof API, OperationScenario>;

/** The scenario of operations that need no parameters, body or preparation. */
export const NO_INPUT: OperationScenario = { success: () => ({}) };

/** Posts JSON as Anna, to prepare a scenario. Gives the parsed response. */
export async function postAsAnna<S extends v.GenericSchema>(
  portal: TourSandbox,
  path: string,
  body: object,
  schema: S,
): Promise<v.InferOutput<S>> {
  const headers = { ...portal.headersOf('anna'), 'Idempotency-Key': newIdempotencyKey() };
  return v.parse(schema, await (await portal.post(`/v1${path}`, body, headers)).json());
}

/** Gets something as Anna. Gives the parsed response. */
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

/** Lets Anna apply. Gives the number and the code. */
export const applyAsAnna = async (portal: TourSandbox, body: object) =>
  postAsAnna(portal, '/applications', body, v.object({ number: v.string(), code: v.string() }));
