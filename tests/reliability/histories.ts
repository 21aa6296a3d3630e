import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import fc from 'fast-check';

import { PortalProcess, prepare } from './portal.ts';
import { Proxy, type Fault } from './proxy.ts';
import { Store, Tab } from './tab.ts';

const TABS = ['first', 'second'] as const;
type Which = (typeof TABS)[number];
/** So often a citizen clicks, at most, once the faults have stopped. */
const CLICKS = 20;

/** What goes on in one history: two tabs of one citizen, and the way to the portal. */
class World {
  readonly proxy: Proxy;
  readonly #store = new Store();
  readonly #tabs = new Map<Which, Tab>();
  readonly #pending = new Map<Which, Promise<unknown>>();
  /** All numbers that the citizen has seen. */
  readonly numbers = new Set<string>();

  constructor(proxy: Proxy) {
    this.proxy = proxy;
  }

  tab(which: Which): Tab {
    const tab = this.#tabs.get(which);
    if (!tab) throw new Error(`There is no ${which} tab`);
    return tab;
  }

  async open(which: Which): Promise<void> {
    this.#tabs.get(which)?.close();
    const { tab, sent } = await Tab.open(this.#store, this.proxy.url);
    this.#tabs.set(which, tab);
    this.#pending.set(which, sent);
  }

  begin(which: Which, work: Promise<void>): void {
    this.#pending.set(which, Promise.all([this.#pending.get(which), work]));
  }

  async pause(which: Which): Promise<void> {
    await this.#pending.get(which);
    const { number } = this.tab(which);
    if (number) this.numbers.add(number);
  }
}

type Step = fc.AsyncCommand<object, World>;

const step = (name: string, run: (world: World) => Promise<void> | void): Step => ({
  check: () => true,
  run: async (_, world) => run(world),
  toString: () => name,
});

const which = fc.constantFrom(...TABS);
const faults: fc.Arbitrary<Fault> = fc.oneof(
  fc.constantFrom<Fault[]>(
    { how: 'is refused' },
    { how: 'is done but not answered' },
    { how: 'is answered twice' },
    { how: 'comes twice' },
    { how: 'meets a restart' },
  ),
  fc.record({
    how: fc.constantFrom('is cut after' as const, 'gets an answer cut after' as const),
    bytes: fc.nat(700),
  }),
  fc.record({
    how: fc.constantFrom('is held for' as const, 'is given up and comes after' as const),
    milliseconds: fc.nat(30),
  }),
);
const rare: fc.Arbitrary<Fault> = fc.constant<Fault>({ how: 'gets lost' });

const toldOf = (fault: Fault) => Object.values(fault).join(' ');

const troubles = fc
  .array(fc.oneof({ weight: 20, arbitrary: faults }, { weight: 1, arbitrary: rare }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((next) =>
    step(`(of the next requests one ${next.map(toldOf).join(', one ')})`, ({ proxy }) => {
      for (const fault of next) proxy.add(fault);
    }),
  );

const STEPS = [
  // As often as all that the citizen does: without faults a history is short.
  ...[troubles, troubles, troubles, troubles],
  fc
    .tuple(which, fc.constantFrom('Примеров', 'Образцов', 'Я'.repeat(51)))
    .map(([name, text]) =>
      step(`types ${text.length > 50 ? 'too much' : text} in the ${name} tab`, (world) =>
        world.tab(name).type(text),
      ),
    ),
  which.map((name) =>
    step(`clicks in the ${name} tab and waits`, async (world) => {
      world.begin(name, world.tab(name).click());
      await world.pause(name);
    }),
  ),
  which.map((name) =>
    step(`clicks in the ${name} tab`, (world) => {
      world.begin(name, world.tab(name).click());
    }),
  ),
  which.map((name) => step(`waits for the ${name} tab`, (world) => world.pause(name))),
  which.map((name) => step(`reloads the ${name} tab`, (world) => world.open(name))),
];

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
