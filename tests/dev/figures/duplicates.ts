import { exportsOf } from './exports.ts';
import type { Measure } from './measure.ts';
import type { CodeFile } from './tree.ts';

/** Names that two or more files declare and export: `State: widgets/a.ts:3 widgets/b.ts:9`. The most frequent come first. */
export function duplicateMeasure(files: readonly CodeFile[]): Measure {
  const places = new Map<string, string[]>();
  for (const { name, place } of files.flatMap(exportsOf))
    places.set(name, [...(places.get(name) ?? []), place]);
  const items = [...places]
    .filter(([, where]) => where.length > 1)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, where]) => `${name}: ${where.join(' ')}`);
  return { name: 'Имена, которые экспортированы дважды', goal: 10, items };
}
