import type { AddressRow, TerritoryRow } from './dataset.ts';
import { writeCells, writeDeltas, writeNumbers, writeSuffixes } from './write-columns.ts';

/** All territories that these streets lie in, each once, those outside before those inside. */
export function territoriesOf(streets: readonly AddressRow[]): TerritoryRow[] {
  const territories = new Set<TerritoryRow>();
  const add = (territory: TerritoryRow) => {
    if (territory.outer) add(territory.outer);
    territories.add(territory);
  };
  for (const { territory } of streets) if (territory) add(territory);
  return [...territories];
}

/**
 * Columns 15 to 20 of a bundle, as `addresses/README.md` numbers them: the streets that lie in a territory, with its index; the
 * territories, with the index of the one outside plus one.
 */
export function territoryColumns(streets: AddressRow[]): string[] {
  const territories = territoriesOf(streets);
  const indexes = new Map(territories.map((territory, i) => [territory, i]));
  const inside = streets.flatMap(({ territory }, row) => (territory ? [{ territory, row }] : []));
  return [
    writeDeltas(inside.map(({ row }) => row)),
    writeNumbers(inside.map(({ territory }) => indexes.get(territory) ?? 0)),
    writeSuffixes(territories.map(({ code }) => code)),
    writeCells(territories.map(({ name }) => name)),
    writeCells(territories.map(({ type }) => type)),
    writeNumbers(territories.map(({ outer }) => (outer ? (indexes.get(outer) ?? 0) + 1 : 0))),
  ];
}
