/**
 * A map of which there is one in a process: Astro reads collections, and makes pages, in copies of our modules, and each copy would have its
 * own.
 */
export const processMap = <K, V>(name: string): Map<K, V> =>
  ((globalThis as Record<symbol, unknown>)[Symbol.for(`okno:${name}`)] ??= new Map()) as Map<K, V>;
