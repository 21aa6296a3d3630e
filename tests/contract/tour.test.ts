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
import { FOLLOWED_CASE_SCENARIOS } from './tour/followed-cases.ts';
import { FILE_SCENARIOS } from './tour/files.ts';
import { statusOfSecond, statusWhenSlow, statusDuringChunk } from './tour/slow-request.ts';
import { SERVICE_SCENARIOS } from './tour/services.ts';
import type { TourSandbox, OperationScenarios } from './tour/scenario.ts';
import { FAILING_REQUESTS } from './tour/failures.ts';

type Id = keyof typeof API;
const DAY = 86_400_000;
const SCENARIOS: OperationScenarios = {
  ...ACCOUNT_SCENARIOS,
  ...FILE_SCENARIOS,
  ...SERVICE_SCENARIOS,
  ...CASE_SCENARIOS,
  ...FOLLOWED_CASE_SCENARIOS,
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

/** Sends a request that should get the status, and gives the one that came. */
async function statusOf(portal: TourSandbox, id: Id, status: number): Promise<number | undefined> {
  const operation: Operation = API[id];
  const { success, failures = {} } = SCENARIOS[id];
  const good = await success(portal);
  const makeFailing = failures[status] ?? FAILING_REQUESTS[status];
  if (makeFailing)
    return (await sendAsAnna(portal, operation, await makeFailing(portal, good, operation))).status;
  if (status === 408) return statusWhenSlow(portal, operation, good);
  if (status === 409)
    return (operation.keyName ? statusOfSecond : statusDuringChunk)(portal, operation, good);
  return (await sendAsAnna(portal, operation, good)).status;
}

const PATH_OPERATIONS = operationsIn(writeOpenApi(ALTAI));

describe.each(
  PATH_OPERATIONS.map(({ operation }) => [operation.operationId as Id, operation.responses] as const),
)('%s', (id, responses) => {
  it.each(Object.keys(responses).map(Number))('answers %i', async (status) => {
    expect(await statusOf(await portalWithClock(), id, status)).toBe(status);
  });
});
