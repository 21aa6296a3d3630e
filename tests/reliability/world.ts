import fc from 'fast-check';

import type { Fault } from './faults.ts';
import type { Proxy } from './proxy.ts';
import { Store, Tab } from './tab.ts';

export const TABS = ['first', 'second'] as const;
export type Which = (typeof TABS)[number];
/** What goes on in one history: two tabs of one citizen, and the way to the portal. */
export class World {
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

/** What may come next in a history. */
export const STEPS = [
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
