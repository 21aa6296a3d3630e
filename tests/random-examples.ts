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
/** So many times more examples than usual. */
const TIMES = Number(process.env['OKNO_TIMES'] ?? 1);

/** How many examples this run tries, where a usual one tries `usual`. */
export const examples = (usual: number): number => usual * TIMES;

/** Does `work` with both seeds, one after the other. What it throws then also says which command repeats it. */
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

/** Throws an example for which the property does not hold. Usually it tries `usual` examples of each seed. */
export const checkProperty = <Args>(
  property: fc.IAsyncProperty<Args> | fc.IProperty<Args>,
  usual: number,
): Promise<void> => withSeeds((seed) => fc.assert(property, { seed, numRuns: examples(usual) }));

/** The items of `all` that this run looks at: usually one of `oneOf`, in two sets, and every one where ten times as many are tried. */
export function sampleOf<Item>(all: readonly Item[], oneOf: number): Item[] {
  const step = Math.max(1, Math.round(oneOf / TIMES));
  return all.filter((_, i) => i % step === FIXED_SEED % step || i % step === OWN_SEED % step);
}
