import { digitsOrEmpty, LAST_FORMER_NAME, type ObjectTable, type KladrTables } from './kladr-tables.ts';
import type { FormerNameRow } from './dataset.ts';

/** No object has been moved more often. */
const MAX_MOVES = 50;

/** What has become of objects that are no more. */
export interface MovedObjects {
  /** Their codes, where it is known. */
  codes: Set<string>;
  /** Their names, by the region and with the code of what they are now. */
  former: Map<string, FormerNameRow[]>;
}

/**
 * What has become of objects that are no more, as ALTNAMES says. Levels may change on the way: a settlement becomes a street,
 * or part of a town. Only `region` (two digits) where it is given.
 */
export function movedObjects({ localities, streets, renumbered }: KladrTables, region: string): MovedObjects {
  const moved: MovedObjects = { codes: new Set(), former: new Map() };
  const next = renumbered ? nextCodes(renumbered) : new Map<string, string[]>();
  for (const table of next.size === 0 ? [] : streets ? [localities, streets] : [localities])
    for (const row of table.rows()) {
      const code = removedCode(table, row);
      if (!code || !next.has(code)) continue;
      for (const now of finalCodesOf(code, next)) {
        moved.codes.add(code);
        const home = now.slice(0, 2);
        if (region && home !== region) continue;
        const rows = moved.former.get(home) ?? [];
        rows.push({ code: now, name: table.text(row, 'NAME'), type: table.text(row, 'SOCR') });
        moved.former.set(home, rows);
      }
    }
  return moved;
}

/** What each code has been replaced by. */
function nextCodes(renumbered: NonNullable<KladrTables['renumbered']>): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const row of renumbered.rows()) {
    const [from = '', to = ''] = (['OLDCODE', 'NEWCODE'] as const).map((field) => {
      const code = renumbered.text(row, field);
      return (digitsOrEmpty(code, 13) || digitsOrEmpty(code, 17)).slice(0, -2);
    });
    if (from && to && from !== to) next.set(from, [...(next.get(from) ?? []), to]);
  }
  return next;
}

/** The code of an object that is no more. */
function removedCode(table: ObjectTable, row: number): string | undefined {
  const isGone = (table.lastTwoDigits(row, 'CODE') ?? 0) > LAST_FORMER_NAME;
  return isGone ? table.text(row, 'CODE').slice(0, -2) : undefined;
}

/** Where the chains from a code end; nowhere if they run in a circle. */
function finalCodesOf(code: string, next: Map<string, string[]>): string[] {
  const found = new Set([code]);
  for (const step of found) if (found.size < MAX_MOVES) next.get(step)?.forEach((to) => found.add(to));
  return [...found].filter((step) => !next.has(step));
}
