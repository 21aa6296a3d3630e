import { describe, expect, it } from 'vitest';

import { TEST_NOW, startTestSandbox } from '../../api-mocks/testing.ts';
import { API } from '../../widgets/contract/openapi/api.ts';
import { writeOpenApi } from '../../widgets/contract/openapi/openapi.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { ALTAI } from '../../widgets/contract/region/regions-for-tests.ts';
import { operationsIn } from './operations.ts';
import { ACCOUNT_SCENARIOS } from './tour/account.ts';
import { sendAsAnna } from './tour/send-request.ts';
import { CASE_SCENARIOS } from './tour/cases.ts';
import { FILE_SCENARIOS } from './tour/files.ts';
import { statusOfSecond, statusWhenSlow, statusWhilePieceComes } from './tour/slow-request.ts';
import { SERVICE_SCENARIOS } from './tour/services.ts';
import type { TourSandbox, OperationScenarios } from './tour/scenario.ts';
import { FAILING_REQUESTS } from './tour/failures.ts';

type Id = keyof typeof API;
const DAY = 86_400_000;
const STOPS: OperationScenarios = {
  ...ACCOUNT_SCENARIOS,
  ...FILE_SCENARIOS,
  ...SERVICE_SCENARIOS,
  ...CASE_SCENARIOS,
};

async function portalWithClock(): Promise<TourSandbox> {
  let now = TEST_NOW;
  const portal = await startTestSandbox({ wallNow: () => now });
  return {
    ...portal,
    advanceDays(days) {
      now = new Date(now.getTime() + days * DAY);
    },
  };
}

/** Asks so that the status is met, and gives the one that came. */
async function met(portal: TourSandbox, id: Id, status: number): Promise<number | undefined> {
  const operation: Operation = API[id];
  const { success, failures = {} } = STOPS[id];
  const ask = await success(portal);
  const way = failures[status] ?? FAILING_REQUESTS[status];
  if (way) return (await sendAsAnna(portal, operation, await way(portal, ask, operation))).status;
  if (status === 408) return statusWhenSlow(portal, operation, ask);
  if (status === 409)
    return (operation.needsIdempotencyKey ? statusOfSecond : statusWhilePieceComes)(portal, operation, ask);
  return (await sendAsAnna(portal, operation, ask)).status;
}

const PLACES = operationsIn(writeOpenApi(ALTAI));

describe.each(PLACES.map(({ operation }) => [operation.operationId as Id, operation.responses] as const))(
  '%s',
  (id, responses) => {
    it.each(Object.keys(responses).map(Number))('answers %i', async (status) => {
      expect(await met(await portalWithClock(), id, status)).toBe(status);
    });
  },
);
