import { digitsOrEmpty, MAX_FORMER_NAME_STATUS, type ObjectTable, type KladrTables } from './kladr-tables.ts';
import type { FormerNameRow } from './dataset.ts';

/** Most codes that are followed from one: no object was moved so often. */
const MAX_MOVES = 50;

/** Removed objects whose current objects are known. */
export interface MovedObjects {
  /** Codes of the removed objects, without the status. */
  codes: Set<string>;
  /** Region of the current object → former names, with its code: the names of the removed objects. */
  former: Map<string, FormerNameRow[]>;
}

/**
 * Finds, with ALTNAMES, what removed objects have become. The level may change: a settlement becomes a street or a part of a town.
 * Their names are former names of the current objects. `region`: two digits, to find only those of this one; or empty.
 */
export function movedObjects({ localities, streets, renumbered }: KladrTables, region: string): MovedObjects {
  const moved: MovedObjects = { codes: new Set(), former: new Map() };
  const next = renumbered ? nextCodes(renumbered) : new Map<string, string[]>();
  for (const table of next.size === 0 ? [] : streets ? [localities, streets] : [localities])
    for (const row of table.rows()) {
      const code = removedCode(table, row);
      if (!code || !next.has(code)) continue;
      for (const finalCode of finalCodesOf(code, next)) {
        moved.codes.add(code);
        const finalRegion = finalCode.slice(0, 2);
        if (region && finalRegion !== region) continue;
        const rows = moved.former.get(finalRegion) ?? [];
        rows.push({ code: finalCode, name: table.text(row, 'NAME'), type: table.text(row, 'SOCR') });
        moved.former.set(finalRegion, rows);
      }
    }
  return moved;
}

/** Code → the codes that replaced it, all without the status. */
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

/** The code, without the status, of a row whose object was removed. */
function removedCode(table: ObjectTable, row: number): string | undefined {
  const isGone = (table.lastTwoDigits(row, 'CODE') ?? 0) > MAX_FORMER_NAME_STATUS;
  return isGone ? table.text(row, 'CODE').slice(0, -2) : undefined;
}

/** The codes at the ends of all chains of replacements from a code; none if they are circular. */
function finalCodesOf(code: string, next: Map<string, string[]>): string[] {
  const codes = new Set([code]);
  // A loop over a set also visits what is added meanwhile.
  for (const from of codes) if (codes.size < MAX_MOVES) next.get(from)?.forEach((to) => codes.add(to));
  return [...codes].filter((from) => !next.has(from));
}
