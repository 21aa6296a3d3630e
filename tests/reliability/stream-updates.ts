import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';

import { followFeed } from '../../widgets/portal/event-feed.ts';
import { pollEvents } from '../../widgets/portal/event-polling.ts';
import type { FeedPosition, PortalChange } from '../../widgets/portal/event-types.ts';
import { pageOf, showPage } from './stream-page.ts';
import { CUTS, StreamPortal } from './stream-portal.ts';

/** How many updates there are, and how often the stream is cut meanwhile. */
export interface StreamPlan {
  updates: number;
  cuts: number;
  /** Says when the updates come, and where a cut hits. */
  seed: number;
}

/** What the widgets' client has heard. */
export interface StreamOutcome {
  /** Numbers of the updates in the order in which they were heard. */
  heard: number[];
  /** How often it was told to load everything anew. */
  resets: number;
  /** How many streams it has opened, or how often it has polled. */
  streams: number;
  /** Bytes of the heap after its garbage was collected: when a fifth of the updates was heard, and at the end. */
  heap: [early: number, end: number];
  seconds: number;
}

/** Milliseconds without an update after which the rest is lost. */
const PATIENCE = 70_000;

/**
 * Sends updates through the event stream of a real sandbox portal to the widgets' client, and cuts the stream meanwhile. Portal and
 * client share one heap: what either keeps is seen.
 */
export async function followUpdates({ updates, cuts, seed }: StreamPlan): Promise<StreamOutcome> {
  const portal = new StreamPortal();
  const random = drawNumbers(seed, 3 * updates);
  await portal.start();
  const began = performance.now();
  let done = 0;
  const outcome: StreamOutcome = { heard: [], resets: 0, streams: 0, heap: [0, 0], seconds: 0 };
  const stop = new AbortController();
  const restorePage = showPage();
  const following = followFeed(
    pageOf(portal, () => outcome.streams++),
    stop.signal,
    (change) => {
      if (change.kind === 'reset') outcome.resets++;
      else outcome.heard.push(Number(change.subject));
    },
  );
  try {
    await waitFor(() => outcome.resets > 0);
    for (let i = 0; i < updates; i++) {
      const isCut = isCutTime(i, { updates, cuts });
      // Each cut hits another stream, which has brought all before.
      if (isCut) await waitFor(() => outcome.streams > done && outcome.heard.length === i);
      portal.update(i);
      if (isCut) await portal.cut(CUTS[done++ % CUTS.length] ?? 'at once', random);
      if (i === Math.floor(updates / 5)) outcome.heap[0] = await heapWhenHeard(outcome, i + 1);
      // Some come one by one, some in a burst.
      if (random() < 0.3) await sleep(random() * 20);
    }
    outcome.heap[1] = await heapWhenHeard(outcome, updates);
    // What comes twice comes now.
    await sleep(300);
  } finally {
    stop.abort();
    await following;
    restorePage();
    await portal.stop();
  }
  outcome.seconds = (performance.now() - began) / 1000;
  return outcome;
}

/** Gives numbers from 0 to 1 that are the same for the same seed. */
function drawNumbers(seed: number, count: number): () => number {
  const numbers = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: count });
  return () => numbers.pop() ?? 0;
}

/** Sends updates to a client whose host lets no stream through: it polls. Gives what it has heard, and how many polls it took. */
export async function pollUpdates(
  updates: number,
): Promise<Pick<StreamOutcome, 'heard'> & { polls: number }> {
  const portal = new StreamPortal();
  await portal.start();
  const outcome: StreamOutcome = { heard: [], resets: 0, streams: 0, heap: [0, 0], seconds: 0 };
  const position: FeedPosition = { silentStreams: 2, polls: 0, failures: 0, reconnectDelay: 2000 };
  const options = {
    portal: pageOf(portal, () => outcome.streams++),
    position,
    signal: new AbortController().signal,
    onChange: (change: PortalChange) => {
      if (change.kind !== 'reset') outcome.heard.push(Number(change.subject));
    },
  };
  try {
    await pollEvents(options);
    for (let i = 0; i < updates; i++) portal.update(i);
    while (!(await pollEvents(options)));
    return { heard: outcome.heard, polls: outcome.streams };
  } finally {
    await portal.stop();
  }
}

/** The cuts are spread evenly over the updates. */
const isCutTime = (i: number, { updates, cuts }: { updates: number; cuts: number }) =>
  Math.floor(((i + 1) * cuts) / updates) > Math.floor((i * cuts) / updates);

/** Waits until so many updates were heard, or no more come. Gives the bytes of the heap then. */
async function heapWhenHeard({ heard }: StreamOutcome, count: number): Promise<number> {
  await waitFor(
    () => heard.length >= count,
    () => heard.length,
  );
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Waits for a condition as long as there is progress. */
async function waitFor(condition: () => boolean, progress = () => 0): Promise<void> {
  let [last, since] = [progress(), performance.now()];
  while (!condition() && performance.now() - since < PATIENCE) {
    await sleep(20);
    if (progress() !== last) [last, since] = [progress(), performance.now()];
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
