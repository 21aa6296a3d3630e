import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

import fc from 'fast-check';

import type { NetworkFault } from './network-fault.ts';
import { PortalProcess, writeTestPortalData } from './portal-under-test.ts';
import { FaultyProxy } from './proxy.ts';
import { TAB_COMMANDS, TAB_NAMES, TwoTabs, type TabName } from './two-tabs.ts';

/** So often a citizen clicks, at most, once the faults have stopped. */
const MAX_CLICKS = 20;
/** Milliseconds by which she waits longer before each click: on a busy machine a portal takes seconds to start again. */
const LONGER = 20;

/** Seconds of the client go by so much faster: it gives up and tries again as in life, but soon. */
const SPEED_UP = 200;

/**
 * Lives `runs` histories of one draft in two tabs, with whatever faults on the way to the portal. Throws with the shortest
 * history that it finds in which the citizen does not see one and the same number in both tabs, or the portal has not
 * exactly one application. Gives how many requests met each fault.
 */
export async function checkExactlyOnce(
  runs: number,
  seed: number,
): Promise<Map<NetworkFault['kind'], number>> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  writeTestPortalData(folder);
  const portal = new PortalProcess(folder);
  await portal.start();
  const db = new DatabaseSync(join(folder, 'sandbox.sqlite'), { readOnly: true });
  const count = db.prepare('SELECT count(*) AS count FROM applications');
  const stored = () => Number(count.get()?.['count']);
  const inLife = globalThis.setTimeout;
  globalThis.setTimeout = ((work: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) =>
    inLife(work, delay / SPEED_UP, ...given)) as typeof setTimeout;
  const used = new Set<string>();
  const met = new Map<NetworkFault['kind'], number>();
  try {
    await fc.assert(
      fc.asyncProperty(fc.commands(TAB_COMMANDS, { maxCommands: 16, size: 'max' }), async (steps) => {
        const before = stored();
        const proxy = await FaultyProxy.start(
          Number(new URL(portal.listening.url).port),
          () => portal.start(),
          met,
        );
        try {
          const world = new TwoTabs(proxy);
          for (const name of TAB_NAMES) await world.openTab(name);
          await Promise.all(TAB_NAMES.map((name) => world.tab(name).typeLastName('Примеров')));
          await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
          proxy.clearFaults();
          for (const name of TAB_NAMES) await clickUntilAccepted(world, name);
          await proxy.waitUntilIdle();
          const number = onlyOne(world.numbers);
          if (used.has(number)) throw new Error(`${number} is another application`);
          used.add(number);
          if (stored() !== before + 1) throw new Error(`${stored() - before} applications`);
        } finally {
          await proxy.close();
          await proxy.waitUntilIdle();
        }
      }),
      { numRuns: runs, seed },
    );
    return met;
  } finally {
    globalThis.setTimeout = inLife;
    db.close();
    await portal.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The citizen does not give up. */
async function clickUntilAccepted(world: TwoTabs, name: TabName): Promise<void> {
  const tab = world.tab(name);
  await world.waitForTab(name);
  for (let clicks = 0; !tab.number && clicks < MAX_CLICKS; clicks++) {
    await sleep(clicks * LONGER);
    if (tab.failure === 'invalid') await tab.typeLastName('Примеров');
    world.addPending(name, tab.clickSubmit());
    await world.waitForTab(name);
  }
  if (!tab.number) throw new Error(`The ${name} tab shows no number: ${tab.failure}`);
}

function onlyOne(numbers: ReadonlySet<string>): string {
  const [number, ...others] = numbers;
  if (!number || others.length)
    throw new Error(`The citizen sees ${[...numbers].join(' and ') || 'no number'}`);
  return number;
}
