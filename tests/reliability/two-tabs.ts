import fc from 'fast-check';

import type { NetworkFault } from './network-fault.ts';
import type { FaultyProxy } from './proxy.ts';
import { MemoryDraftStore, FormTab } from './tab.ts';

/** Names of the tabs of a history. */
export const TAB_NAMES = ['first', 'second'] as const;
/** Name of a tab. */
export type TabName = (typeof TAB_NAMES)[number];

/** Two tabs of one citizen with the same draft, and the proxy before the portal. */
export class TwoTabs {
  /** All requests of the tabs go through it. */
  readonly proxy: FaultyProxy;
  /** Both tabs are of one device, until the draft is handed over to another one. */
  readonly #devices: Record<TabName, MemoryDraftStore>;
  readonly #tabs = new Map<TabName, FormTab>();
  readonly #pending = new Map<TabName, Promise<unknown>>();
  /** All case numbers that the citizen has seen. */
  readonly numbers = new Set<string>();

  constructor(proxy: FaultyProxy) {
    this.proxy = proxy;
    const device = new MemoryDraftStore();
    this.#devices = { first: device, second: device };
  }

  /** Whether the draft went on on another device, in the second tab. */
  get isHandedOver(): boolean {
    return this.#devices.first !== this.#devices.second;
  }

  /** Hands the draft of the first tab over to another device, where it goes on in the second tab. */
  async handOver(): Promise<void> {
    if (this.isHandedOver) return;
    await this.waitForTab('second');
    const device = await this.tab('first').handOver();
    if (!device || this.tab('second').number) return;
    this.#devices.second = device;
    await this.openTab('second');
  }

  /** An open tab. Throws an `Error` if it is not open. */
  tab(which: TabName): FormTab {
    const tab = this.#tabs.get(which);
    if (!tab) throw new Error(`There is no ${which} tab`);
    return tab;
  }

  /** Opens a tab, or reloads it. */
  async openTab(which: TabName): Promise<void> {
    this.#tabs.get(which)?.close();
    const { tab, sent } = await FormTab.open(this.#devices[which], this.proxy.url);
    this.#tabs.set(which, tab);
    this.#pending.set(which, sent);
  }

  /** Adds work that `waitForTab` has to wait for. */
  addPending(which: TabName, work: Promise<void>): void {
    this.#pending.set(which, Promise.all([this.#pending.get(which), work]));
  }

  /** Waits until a tab has done everything, and remembers the number that it shows. */
  async waitForTab(which: TabName): Promise<void> {
    await this.#pending.get(which);
    const { number } = this.tab(which);
    if (number) this.numbers.add(number);
  }
}

type Step = fc.AsyncCommand<object, TwoTabs>;

const step = (name: string, run: (world: TwoTabs) => Promise<void> | void): Step => ({
  check: () => true,
  run: async (_, world) => run(world),
  toString: () => name,
});

const which = fc.constantFrom(...TAB_NAMES);
const faults: fc.Arbitrary<NetworkFault> = fc.oneof(
  fc.constantFrom<NetworkFault[]>(
    { kind: 'is refused' },
    { kind: 'is done but not answered' },
    { kind: 'is answered twice' },
    { kind: 'comes twice' },
    { kind: 'meets a restart' },
  ),
  fc.record({
    kind: fc.constantFrom('is cut after' as const, 'gets an answer cut after' as const),
    bytes: fc.nat(700),
  }),
  fc.record({
    kind: fc.constantFrom('is held for' as const, 'is given up and comes after' as const),
    milliseconds: fc.nat(30),
  }),
);
const rare: fc.Arbitrary<NetworkFault> = fc.constant<NetworkFault>({ kind: 'gets lost' });

const describeFault = (fault: NetworkFault) => Object.values(fault).join(' ');

/** Adds one to six faults for the next requests. */
const addFaults = fc
  .array(fc.oneof({ weight: 20, arbitrary: faults }, { weight: 1, arbitrary: rare }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((next) =>
    step(`(of the next requests one ${next.map(describeFault).join(', one ')})`, ({ proxy }) => {
      for (const fault of next) proxy.addFault(fault);
    }),
  );

/**
 * The steps of which random histories are made. The name of a step reads as a sentence: «clicks in the first tab and waits».
 */
export const TAB_COMMANDS = [
  // Faults come nearly as often as everything else: without them a history is soon over.
  ...[addFaults, addFaults, addFaults, addFaults],
  fc
    .tuple(which, fc.constantFrom('Примеров', 'Образцов', 'Я'.repeat(51)))
    .map(([name, text]) =>
      step(`types ${text.length > 50 ? 'too much' : text} in the ${name} tab`, (world) =>
        world.tab(name).typeLastName(text),
      ),
    ),
  which.map((name) =>
    step(`clicks in the ${name} tab and waits`, async (world) => {
      world.addPending(name, world.tab(name).clickSubmit());
      await world.waitForTab(name);
    }),
  ),
  which.map((name) =>
    step(`clicks in the ${name} tab`, (world) => {
      world.addPending(name, world.tab(name).clickSubmit());
    }),
  ),
  which.map((name) => step(`queues in the ${name} tab`, (world) => world.tab(name).queue())),
  which.map((name) => step(`waits for the ${name} tab`, (world) => world.waitForTab(name))),
  which.map((name) => step(`reloads the ${name} tab`, (world) => world.openTab(name))),
];

/** The same, and the draft goes on on another device. Its key takes long to derive, on purpose. */
export const DEVICE_COMMANDS = [
  ...TAB_COMMANDS,
  fc.constant(step('hands the draft over to another device', (world) => world.handOver())),
];
