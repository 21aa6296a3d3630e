import * as v from 'valibot';

const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** Methods of requests that a fault can be limited to. */
export const FAULT_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Says which requests a fault hits. Without a filter it hits all of them. */
const requestFilter = {
  /** Start of the path: `/v1/applications` also fits `/v1/applications/22-2026-000001`. */
  path: v.optional(v.pipe(v.string(), v.startsWith('/'), v.maxLength(200)), '/'),
  /** An empty list means all methods. */
  methods: v.optional(v.pipe(v.array(v.picklist(FAULT_METHODS)), v.maxLength(FAULT_METHODS.length)), []),
  /**
   * `{ next: 2 }` hits the next two requests that fit, then never again. `{ oneOf: 10, seed: 7 }` hits one request in ten on
   * average; the same seed hits the same requests, so that a failing test can be repeated.
   */
  often: v.optional(
    v.union([
      v.literal('always'),
      v.strictObject({ next: wholeNumber(1, 1000) }),
      v.strictObject({ oneOf: wholeNumber(1, 1000), seed: wholeNumber(0, 2 ** 31 - 1) }),
    ]),
    'always',
  ),
};
/** Seconds in the response's `Retry-After`. */
const retryAfter = v.optional(wholeNumber(0, 3600), 1);

/**
 * Something that goes wrong on purpose, and which requests it hits.
 *
 * This one lets the next application be stored, and then breaks the connection, so that the client never gets the response:
 * `{"kind":"cut","when":"after","path":"/v1/applications","methods":["POST"],"often":{"next":1}}`. The client has to send it
 * again with the same `Idempotency-Key`.
 */
export const FaultSchema = v.variant('kind', [
  /** The response takes `ms` milliseconds longer, and a random time up to `jitter` besides. */
  v.object({
    kind: v.literal('latency'),
    ms: wholeNumber(0, 60_000),
    jitter: v.optional(wholeNumber(0, 60_000), 0),
    ...requestFilter,
  }),
  /** The request is refused with 429. */
  v.object({ kind: v.literal('tooManyRequests'), retryAfter, ...requestFilter }),
  /** The request is refused with 500. */
  v.object({ kind: v.literal('error'), ...requestFilter }),
  /** The request is refused with 503. */
  v.object({ kind: v.literal('unavailable'), retryAfter, ...requestFilter }),
  /** The connection breaks: `before` the portal has done anything, or `after` it has done all, but has not responded. */
  v.object({ kind: v.literal('cut'), when: v.picklist(['before', 'after']), ...requestFilter }),
  /**
   * A page of HTML comes instead of the response, and says nothing of the request: of a proxy with 502, of a Wi-Fi that wants a sign-in
   * with 200. `when` as for `cut`.
   */
  v.object({
    kind: v.literal('foreignPage'),
    status: v.optional(v.picklist([200, 502]), 502),
    when: v.picklist(['before', 'after']),
    ...requestFilter,
  }),
  /** The connection breaks in the middle of the response. */
  v.object({ kind: v.literal('half'), ...requestFilter }),
  /** The session of the sender ends, with all its tokens: 401 from now on. */
  v.object({ kind: v.literal('expiredSession'), ...requestFilter }),
  /** Nothing can be written: a request that writes is refused with 503, others work. */
  v.object({ kind: v.literal('fullDisk'), ...requestFilter }),
  /** The `Date` of the response is wrong by so many hours. */
  v.object({ kind: v.literal('wrongClock'), hours: wholeNumber(-8760, 8760), ...requestFilter }),
]);
/** A fault with all its defaults filled in. */
export type Fault = v.InferOutput<typeof FaultSchema>;
/** A fault as tests and programs write it: what has a default may be left out. */
export type FaultInput = v.InferInput<typeof FaultSchema>;

interface ActiveFault {
  fault: Fault;
  /** How many more requests the fault hits; `Infinity` without `next`. */
  hitsLeft: number;
  /** Random numbers from the fault's seed. */
  random: () => number;
}

/** The faults that are active now. They hit requests below `/v1` and `/sign-in` only. In memory: a restart removes them. */
export class Faults {
  #active: ActiveFault[] = [];

  /** Adds a fault. Throws a `ValiError` if `input` does not fit the schema. */
  add(input: FaultInput): void {
    const fault = v.parse(FaultSchema, input);
    const { often } = fault;
    this.#active.push({
      fault,
      hitsLeft: often !== 'always' && 'next' in often ? often.next : Infinity,
      random: seededRandom(often !== 'always' && 'seed' in often ? often.seed : 0),
    });
  }

  /** Removes all faults. */
  clear(): void {
    this.#active = [];
  }

  /** The active faults. In `often.next` each says how many more requests it hits. */
  list(): Fault[] {
    return this.#active.map(({ fault, hitsLeft }) =>
      hitsLeft === Infinity ? fault : { ...fault, often: { next: hitsLeft } },
    );
  }

  /**
   * Finds the faults that hit a request, in the order in which they were added, and counts the request for each of them. A
   * fault with no requests left is removed.
   */
  takeFaultsFor(method: string, path: string): Fault[] {
    if (!this.#active.length) return [];
    const hits = this.#active.filter(({ fault: { path: start, methods, often }, random }) => {
      if (!path.startsWith(start) || (methods.length && !methods.some((other) => other === method)))
        return false;
      return often === 'always' || 'next' in often || random() * often.oneOf < 1;
    });
    for (const hit of hits) hit.hitsLeft--;
    this.#active = this.#active.filter(({ hitsLeft }) => hitsLeft > 0);
    return hits.map(({ fault }) => fault);
  }
}

/** Holds what goes wrong on purpose. */
export interface FaultsContext {
  /** The active faults of this portal. */
  faults: Faults;
}

/**
 * Makes random numbers from 0 (included) to 1 (excluded). The same seed gives the same sequence: seed 7 gives 0.011…, 0.061…,
 * 0.976… The algorithm is Mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
function seededRandom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
