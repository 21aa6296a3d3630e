/**
 * Random examples in tests. Every run of the tests tries two sets: one that is always the same, and one of its own, from a
 * seed that it prints. `OKNO_SEED=<seed> npm run test:unit -- <file>` repeats a run, `npm run test:long` tries ten times as many.
 */
import fc from 'fast-check';
import { expect } from 'vitest';

/** The seed of the set that is always the same. */
const FIXED_SEED = 22;
/** The seed of this run; `tests/unit-tests.config.ts` draws and prints it. */
const OWN_SEED = Number(process.env['OKNO_SEED'] ?? FIXED_SEED);
/** A usual run tries one times the usual number of examples; `npm run test:long` ten times. */
const TIMES = Number(process.env['OKNO_TIMES'] ?? 1);

/** How many examples this run tries, where a usual run tries `usual`. */
export const examples = (usual: number): number => usual * TIMES;

/** Calls `work` with both seeds, one after the other. Adds to an error of it the command that repeats the run. */
export async function withSeeds(work: (seed: number) => Promise<void> | void): Promise<void> {
  for (const seed of new Set([FIXED_SEED, OWN_SEED]))
    try {
      await work(seed);
    } catch (error) {
      const { testPath = '' } = expect.getState();
      const again = `OKNO_SEED=${OWN_SEED} OKNO_TIMES=${TIMES} npm run test:unit -- ${testPath.replace(`${process.cwd()}/`, '')}`;
      throw new Error(`${String(error)}\nThe same again: ${again}`, { cause: error });
    }
}

/** Looks for an example for which the property does not hold, and throws it. A usual run tries `usual` examples, half of each seed. */
export const checkProperty = <Args>(
  property: fc.IAsyncProperty<Args> | fc.IProperty<Args>,
  usual: number,
): Promise<void> =>
  withSeeds((seed) => fc.assert(property, { seed, numRuns: Math.ceil(examples(usual) / 2) }));

/**
 * The items of `all` that this run looks at: with `oneOf` 10 two tenths of them, one fixed and one of the run's own seed;
 * `npm run test:long` looks at every item.
 */
export function sampleOf<Item>(all: readonly Item[], oneOf: number): Item[] {
  const step = Math.max(1, Math.round(oneOf / TIMES));
  return all.filter((_, i) => i % step === FIXED_SEED % step || i % step === OWN_SEED % step);
}
