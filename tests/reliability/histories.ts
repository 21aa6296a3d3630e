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

/** A citizen clicks at most this often after the faults have stopped. */
const MAX_CLICKS = 20;
/** The pause before a click grows by this time (ms) with each click: on a busy machine a portal takes seconds to restart. */
const PAUSE_STEP = 20;

/** Timers of the client run this much faster. So it gives up and tries again as in life, but a history takes no minutes. */
const SPEED_UP = 200;

/**
 * Tries `runs` random histories of one draft in two tabs, with faults of the network and restarts of the portal. At the end of
 * each the citizen has to see the same number in both tabs, and the portal has to have exactly one application. Rejects with
 * the shortest history that it finds in which that is not so. Gives how many requests each fault has hit.
 *
 * One history: types «Примеров» in the first tab; (of the next requests one is done but not answered); clicks in the first tab;
 * clicks in the second tab and waits.
 */
export async function checkExactlyOnce(
  runs: number,
  seed: number,
  commands = TAB_COMMANDS,
): Promise<Map<NetworkFault['kind'], number>> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  writeTestPortalData(folder);
  const portal = new PortalProcess(folder);
  await portal.start();
  const db = new DatabaseSync(join(folder, 'sandbox.sqlite'), { readOnly: true });
  const count = db.prepare('SELECT count(*) AS count FROM applications');
  const stored = () => Number(count.get()?.['count']);
  // The client has no option for its timers, and should have none: so the global function is replaced for the time of the test.
  const realSetTimeout = globalThis.setTimeout;
  globalThis.setTimeout = ((work: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
    realSetTimeout(work, delay / SPEED_UP, ...args)) as typeof setTimeout;
  const used = new Set<string>();
  const faultCounts = new Map<NetworkFault['kind'], number>();
  try {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 16, size: 'max' }), async (steps) => {
        const before = stored();
        const proxy = await FaultyProxy.start(
          Number(new URL(portal.listening.url).port),
          () => portal.start(),
          faultCounts,
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
    return faultCounts;
  } finally {
    globalThis.setTimeout = realSetTimeout;
    db.close();
    await portal.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Clicks until the tab shows a number, as a citizen does who does not give up. Throws after `MAX_CLICKS`. */
async function clickUntilAccepted(world: TwoTabs, name: TabName): Promise<void> {
  const tab = world.tab(name);
  await world.waitForTab(name);
  for (let clicks = 0; !tab.number && !isSentElsewhere(world, name) && clicks < MAX_CLICKS; clicks++) {
    await sleep(clicks * PAUSE_STEP);
    if (tab.failure === 'invalid') await tab.typeLastName('Примеров');
    world.addPending(name, tab.clickSubmit());
    await world.waitForTab(name);
  }
  if (!tab.number && !isSentElsewhere(world, name))
    throw new Error(`The ${name} tab shows no number: ${tab.failure}`);
}

/** Whether the form says, truly, that another device has sent other answers under the same key. */
const isSentElsewhere = (world: TwoTabs, name: TabName): boolean =>
  world.isHandedOver && world.tab(name).failure === 'key-reused' && world.numbers.size === 1;

/** The one number that the citizen has seen. Throws if there is none, or several. */
function onlyOne(numbers: ReadonlySet<string>): string {
  const [number, ...others] = numbers;
  if (!number || others.length)
    throw new Error(`The citizen sees ${[...numbers].join(' and ') || 'no number'}`);
  return number;
}
