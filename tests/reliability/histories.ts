import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';

import fc from 'fast-check';

import type { Fault } from './faults.ts';
import { PortalProcess, prepare } from './portal.ts';
import { Proxy } from './proxy.ts';
import { STEPS, TABS, World, type Which } from './world.ts';

/** So often a citizen clicks, at most, once the faults have stopped. */
const CLICKS = 20;
/** Milliseconds by which she waits longer before each click: on a busy machine a portal takes seconds to start again. */
const LONGER = 20;

/** Seconds of the client go by so much faster: it gives up and tries again as in life, but soon. */
const HASTE = 200;

/**
 * Lives `runs` histories of one draft in two tabs, with whatever faults on the way to the portal. Throws with the shortest
 * history that it finds in which the citizen does not see one and the same number in both tabs, or the portal has not
 * exactly one application. Gives how many requests met each fault.
 */
export async function exactlyOnce(runs: number, seed: number): Promise<Map<Fault['how'], number>> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  prepare(folder);
  const portal = new PortalProcess(folder);
  await portal.start();
  const db = new DatabaseSync(join(folder, 'sandbox.sqlite'), { readOnly: true });
  const count = db.prepare('SELECT count(*) AS count FROM applications');
  const stored = () => Number(count.get()?.['count']);
  const inLife = globalThis.setTimeout;
  globalThis.setTimeout = ((work: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) =>
    inLife(work, delay / HASTE, ...given)) as typeof setTimeout;
  const used = new Set<string>();
  const met = new Map<Fault['how'], number>();
  try {
    await fc.assert(
      fc.asyncProperty(fc.commands(STEPS, { maxCommands: 16, size: 'max' }), async (steps) => {
        const before = stored();
        const proxy = await Proxy.start(Number(new URL(portal.now.url).port), () => portal.start(), met);
        try {
          const world = new World(proxy);
          for (const name of TABS) await world.open(name);
          await Promise.all(TABS.map((name) => world.tab(name).type('Примеров')));
          await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
          proxy.calm();
          for (const name of TABS) await insist(world, name);
          await proxy.settled();
          const number = onlyOne(world.numbers);
          if (used.has(number)) throw new Error(`${number} is another application`);
          used.add(number);
          if (stored() !== before + 1) throw new Error(`${stored() - before} applications`);
        } finally {
          await proxy.close();
          await proxy.settled();
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
async function insist(world: World, name: Which): Promise<void> {
  const tab = world.tab(name);
  await world.pause(name);
  for (let clicks = 0; !tab.number && clicks < CLICKS; clicks++) {
    await sleep(clicks * LONGER);
    if (tab.trouble === 'invalid') await tab.type('Примеров');
    world.begin(name, tab.click());
    await world.pause(name);
  }
  if (!tab.number) throw new Error(`The ${name} tab shows no number: ${tab.trouble}`);
}

function onlyOne(numbers: ReadonlySet<string>): string {
  const [number, ...others] = numbers;
  if (!number || others.length)
    throw new Error(`The citizen sees ${[...numbers].join(' and ') || 'no number'}`);
  return number;
}
