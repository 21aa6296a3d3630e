import { digitsOrEmpty, MAX_FORMER_NAME_STATUS, type ObjectTable, type KladrTables } from './kladr-tables.ts';
import type { FormerNameRow } from './dataset.ts';

/** Most codes in the chains of replacements from one code: no object was moved so often. */
const MAX_MOVES = 50;

/** The removed objects of which it is known what they became. */
export interface MovedObjects {
  /** Codes of the removed objects, without the status. */
  codes: Set<string>;
  /** Region → the names of removed objects, as former names of the objects in this region that they became. */
  former: Map<string, FormerNameRow[]>;
}

/**
 * Finds, with ALTNAMES, what removed objects have become. The level may change: a settlement becomes a street or a part of a town.
 * Their names are former names of the current objects. `region`: two digits, to find only those of this one; or empty.
 */
export function movedObjects({ localities, streets, renumbered }: KladrTables, region: string): MovedObjects {
  const moved: MovedObjects = { codes: new Set(), former: new Map() };
  const replacements = renumbered ? replacementsIn(renumbered) : new Map<string, string[]>();
  for (const table of replacements.size === 0 ? [] : streets ? [localities, streets] : [localities])
    for (const row of table.rows()) {
      const code = removedCode(table, row);
      if (!code || !replacements.has(code)) continue;
      for (const finalCode of finalCodesOf(code, replacements)) {
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
function replacementsIn(renumbered: NonNullable<KladrTables['renumbered']>): Map<string, string[]> {
  const replacements = new Map<string, string[]>();
  for (const row of renumbered.rows()) {
    const [from = '', to = ''] = (['OLDCODE', 'NEWCODE'] as const).map((field) => {
      const code = renumbered.text(row, field);
      return (digitsOrEmpty(code, 13) || digitsOrEmpty(code, 17)).slice(0, -2);
    });
    if (from && to && from !== to) replacements.set(from, [...(replacements.get(from) ?? []), to]);
  }
  return replacements;
}

/** The code of a row, without the status, if its object was removed; `undefined` if the row has a current or former name. */
function removedCode(table: ObjectTable, row: number): string | undefined {
  const isRemoved = (table.lastTwoDigits(row, 'CODE') ?? 0) > MAX_FORMER_NAME_STATUS;
  return isRemoved ? table.text(row, 'CODE').slice(0, -2) : undefined;
}

/**
 * The codes at the ends of all chains of replacements from a code; none if they are circular.
 *
 * @example finalCodesOf('A', new Map([['A', ['B', 'C']], ['B', ['D']]])) // ['C', 'D']
 */
function finalCodesOf(code: string, replacements: Map<string, string[]>): string[] {
  const codes = new Set([code]);
  // A loop over a set also visits what is added meanwhile.
  for (const from of codes)
    if (codes.size < MAX_MOVES) replacements.get(from)?.forEach((to) => codes.add(to));
  return [...codes].filter((from) => !replacements.has(from));
}
