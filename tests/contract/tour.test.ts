import { describe, expect, it } from 'vitest';

import { NOW, sandbox } from '../../api-mocks/testing.ts';
import { API } from '../../widgets/contract/openapi/api.ts';
import { openApi } from '../../widgets/contract/openapi/openapi.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { ALTAI } from '../../widgets/contract/region/regions-for-tests.ts';
import { placesIn } from './operations.ts';
import { ACCOUNT } from './tour/account.ts';
import { asked } from './tour/asked.ts';
import { CASES } from './tour/cases.ts';
import { FILES } from './tour/files.ts';
import { statusOfSecond, statusWhenSlow, statusWhilePieceComes } from './tour/held.ts';
import { SERVICES } from './tour/services.ts';
import type { Portal, Stops } from './tour/stop.ts';
import { WAYS } from './tour/ways.ts';

type Id = keyof typeof API;
const DAY = 86_400_000;
const STOPS: Stops = { ...ACCOUNT, ...FILES, ...SERVICES, ...CASES };

async function portalWithClock(): Promise<Portal> {
  let now = NOW;
  const portal = await sandbox({ now: () => now });
  return {
    ...portal,
    later(days) {
      now = new Date(now.getTime() + days * DAY);
    },
  };
}

/** Asks so that the status is met, and gives the one that came. */
async function met(portal: Portal, id: Id, status: number): Promise<number | undefined> {
  const operation: Operation = API[id];
  const { good, but = {} } = STOPS[id];
  const ask = await good(portal);
  const way = but[status] ?? WAYS[status];
  if (way) return (await asked(portal, operation, await way(portal, ask, operation))).status;
  if (status === 408) return statusWhenSlow(portal, operation, ask);
  if (status === 409)
    return (operation.once ? statusOfSecond : statusWhilePieceComes)(portal, operation, ask);
  return (await asked(portal, operation, ask)).status;
}

const PLACES = placesIn(openApi(ALTAI));

describe.each(PLACES.map(({ operation }) => [operation.operationId as Id, operation.responses] as const))(
  '%s',
  (id, responses) => {
    it.each(Object.keys(responses).map(Number))('answers %i', async (status) => {
      expect(await met(await portalWithClock(), id, status)).toBe(status);
    });
  },
);
