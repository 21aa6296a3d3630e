import type { Dbf } from './dbf.ts';
import { digits, LAST_FORMER_NAME, type Objects } from './kladr-tables.ts';
import type { Former } from './source.ts';

/** No object has been moved more often. */
const MOST_STEPS = 50;

/**
 * What has become of objects that are no more, as ALTNAMES says: their names, by the region and with the code of what they
 * are now. Levels may change on the way: a settlement becomes a street, or part of a town.
 */
export function movedObjects(tables: Objects[], renumbered: Dbf<'OLDCODE' | 'NEWCODE'>, region: string) {
  const next = new Map<string, string[]>();
  for (const row of renumbered.rows()) {
    const [from = '', to = ''] = (['OLDCODE', 'NEWCODE'] as const).map((field) => {
      const code = renumbered.text(row, field);
      return (digits(code, 13) || digits(code, 17)).slice(0, -2);
    });
    if (from && to && from !== to) next.set(from, [...(next.get(from) ?? []), to]);
  }
  /** Where the chains from `code` end; nowhere if they run in a circle. */
  function ends(code: string): string[] {
    const found = new Set([code]);
    for (const step of found) if (found.size < MOST_STEPS) next.get(step)?.forEach((to) => found.add(to));
    return [...found].filter((step) => !next.has(step));
  }

  const known = new Set<string>();
  const former = new Map<string, Former[]>();
  for (const table of tables)
    for (const row of table.rows()) {
      if ((table.lastTwoDigits(row, 'CODE') ?? 0) <= LAST_FORMER_NAME) continue;
      const code = table.text(row, 'CODE').slice(0, -2);
      if (!next.has(code)) continue;
      for (const now of ends(code)) {
        known.add(code);
        const home = now.slice(0, 2);
        if (region && home !== region) continue;
        const rows = former.get(home) ?? [];
        rows.push({ code: now, name: table.text(row, 'NAME'), type: table.text(row, 'SOCR') });
        former.set(home, rows);
      }
    }
  return { known, former };
}
