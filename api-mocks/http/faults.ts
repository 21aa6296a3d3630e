import * as v from 'valibot';

const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const FAULT_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const requestFilter = {
  /** What the path begins with. */
  path: v.optional(v.pipe(v.string(), v.startsWith('/'), v.maxLength(200)), '/'),
  /** None: all of them. */
  methods: v.optional(v.pipe(v.array(v.picklist(FAULT_METHODS)), v.maxLength(FAULT_METHODS.length)), []),
  /** `next`: so many requests and no more. `oneOf`: one of so many, at random from a seed. */
  often: v.optional(
    v.union([
      v.literal('always'),
      v.strictObject({ next: wholeNumber(1, 1000) }),
      v.strictObject({ oneOf: wholeNumber(1, 1000), seed: wholeNumber(0, 2 ** 31 - 1) }),
    ]),
    'always',
  ),
};
/** Seconds. */
const retryAfter = v.optional(wholeNumber(0, 3600), 1);

/** Something that goes wrong on purpose, and with which requests. */
export const FaultSchema = v.variant('kind', [
  /** The answer takes `ms` milliseconds longer, and up to `jitter` more. */
  v.object({
    kind: v.literal('latency'),
    ms: wholeNumber(0, 60_000),
    jitter: v.optional(wholeNumber(0, 60_000), 0),
    ...requestFilter,
  }),
  /** 429. */
  v.object({ kind: v.literal('tooManyRequests'), retryAfter, ...requestFilter }),
  /** 500. */
  v.object({ kind: v.literal('error'), ...requestFilter }),
  /** 503. */
  v.object({ kind: v.literal('unavailable'), retryAfter, ...requestFilter }),
  /** The connection breaks off: before anything is done, or when all is done and only the answer is missing. */
  v.object({ kind: v.literal('cut'), when: v.picklist(['before', 'after']), ...requestFilter }),
  /** The connection breaks off in the middle of the answer. */
  v.object({ kind: v.literal('half'), ...requestFilter }),
  /** The session of the citizen who asks ends, with all its tokens: 401. */
  v.object({ kind: v.literal('expiredSession'), ...requestFilter }),
  /** Nothing can be written: 503 for who wants it. */
  v.object({ kind: v.literal('fullDisk'), ...requestFilter }),
  /** The portal's `Date` is off by so many hours. */
  v.object({ kind: v.literal('wrongClock'), hours: wholeNumber(-8760, 8760), ...requestFilter }),
]);
export type Fault = v.InferOutput<typeof FaultSchema>;
export type FaultInput = v.InferInput<typeof FaultSchema>;

interface ActiveFault {
  fault: Fault;
  /** Requests that it will still meet. */
  left: number;
  random: () => number;
}

/** The faults that the portal has at this moment. They meet only what is asked below `/v1` and `/sign-in`. */
export class Faults {
  #active: ActiveFault[] = [];

  /** Throws when it is no fault. */
  add(input: FaultInput): void {
    const fault = v.parse(FaultSchema, input);
    const { often } = fault;
    this.#active.push({
      fault,
      left: often !== 'always' && 'next' in often ? often.next : Infinity,
      random: seededRandom(often !== 'always' && 'seed' in often ? often.seed : 0),
    });
  }

  clear(): void {
    this.#active = [];
  }

  list(): Fault[] {
    return this.#active.map(({ fault, left }) =>
      left === Infinity ? fault : { ...fault, often: { next: left } },
    );
  }

  /** Those that a request meets, in the order in which they were added; each has one request less to meet then. */
  takeFor(method: string, path: string): Fault[] {
    if (!this.#active.length) return [];
    const met = this.#active.filter(({ fault: { path: start, methods, often }, random }) => {
      if (!path.startsWith(start) || (methods.length && !methods.some((other) => other === method)))
        return false;
      return often === 'always' || 'next' in often || random() * often.oneOf < 1;
    });
    for (const active of met) active.left--;
    this.#active = this.#active.filter(({ left }) => left > 0);
    return met.map(({ fault }) => fault);
  }
}

export interface FaultsContext {
  faults: Faults;
}

/** Mulberry32: the same seed, the same faults. */
function seededRandom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
