/**
 * What there is one of in a process: Astro reads collections, and makes pages, in copies of our modules, and each copy would have its
 * own.
 */
export const processValue = <T>(name: string, make: () => T): T =>
  ((globalThis as Record<symbol, unknown>)[Symbol.for(`okno:${name}`)] ??= make()) as T;

/** A map of which there is one in a process. */
export const processMap = <K, V>(name: string): Map<K, V> => processValue(name, () => new Map<K, V>());
