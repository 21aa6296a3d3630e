import type { ImportEdge } from './imports.ts';

/**
 * Circles of imports: groups of files that all reach each other, each group sorted. Tarjan's algorithm:
 * https://en.wikipedia.org/wiki/Tarjan's_strongly_connected_components_algorithm
 *
 * @example importCycles([{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }, { from: 'b', to: 'c' }]) // [['a', 'b']]
 */
export function importCycles(edges: readonly ImportEdge[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  /** For each file that was visited: the earliest visited file of the path that it reaches, as its number. */
  const reached = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];

  function visit(file: string): number {
    const number = reached.size;
    let earliest = number;
    reached.set(file, number);
    path.push(file);
    for (const to of targets.get(file) ?? []) {
      if (!reached.has(to)) earliest = Math.min(earliest, visit(to));
      else if (path.includes(to)) earliest = Math.min(earliest, reached.get(to) ?? number);
    }
    reached.set(file, earliest);
    if (earliest === number) {
      const group = path.splice(path.indexOf(file));
      if (group.length > 1) circles.push(group.sort());
    }
    return earliest;
  }
  for (const file of targets.keys()) if (!reached.has(file)) visit(file);
  return circles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
