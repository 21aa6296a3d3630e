import { FORMAT_VERSION, type HousesHeader } from '../index/format.ts';
import type { HouseRow } from '../index/houses.ts';
import type { AddressRow } from './dataset.ts';
import { writeSuffixes, writeNumbers } from './write-columns.ts';

/** Writes the houses of streets as a table: the columns of the section «Houses» in README.md. */
export function houseTable(streets: AddressRow[]): { header: HousesHeader; columns: string[] } {
  const rows = streets.flatMap(({ houses }) => houses);
  const itemsOfRows = rows.map(({ list }) => houseTemplates(list));
  const items = itemsOfRows.flat();
  const templates = [...new Set(items.map(({ template }) => template))];
  const templateIndexes = new Map(templates.map((template, i) => [template, i]));
  return {
    header: { format: FORMAT_VERSION, templates },
    columns: [
      writeNumbers(streets.map(({ houses }) => houses.length)),
      writeNumbers(itemsOfRows.map(({ length }) => length)),
      writeNumbers(items.map(({ template }) => templateIndexes.get(template) ?? 0)),
      writeNumbers(items.flatMap(({ values }) => values)),
      writeSuffixes(rows.map(({ postcode }) => postcode)),
      writeSuffixes(rows.map(({ okato }) => okato)),
    ],
  };
}

/**
 * Splits a list of houses into items, and each item into a template and its numbers. The end of a range is written as its distance
 * from the start (`>`), or as half of it (`+`) in a range of odd or even numbers. Few templates remain, and they compress well.
 *
 * @example houseTemplates('Н(37-89),45а') // [{ template: 'Н(#-+)', values: [37, 26] }, { template: '#а', values: [45] }]
 */
export function houseTemplates(list: HouseRow['list']): { template: string; values: number[] }[] {
  return list.split(',').flatMap((text) => {
    const item = text.replace(/[#+>\s]+/g, '');
    const values: number[] = [];
    // «1-4», «Н(7-21)», «Ч(6-14)». A longer number is two values below, and no end of a range.
    const range = /^([НЧ]?)\(?\d{1,9}-\d{1,9}\)?$/.exec(item);
    const template = item.replace(/\d{1,9}/g, (digits) => {
      // «007» stays text: as a number it would be read back as «7».
      if (digits.length > 1 && digits.startsWith('0')) return digits;
      const value = Number(digits);
      const [first] = values;
      values.push(value);
      if (!range || first === undefined || value < first) return '#';
      // The end of a range: it stands for its distance from the start.
      const isHalved = range[1] && (value - first) % 2 === 0;
      values[1] = isHalved ? (value - first) / 2 : value - first;
      return isHalved ? '+' : '>';
    });
    return item ? [{ template, values }] : [];
  });
}
