import { FORMAT_VERSION, type HousesHeader } from '../index/format.ts';
import type { HouseRow } from '../index/houses.ts';
import type { AddressRow } from './dataset.ts';
import { writeSuffixes, writeNumbers } from './write-columns.ts';

/** The rows of houses of streets, as a table. */
export function houseTable(streets: AddressRow[]): { header: HousesHeader; columns: string[] } {
  const rows = streets.flatMap(({ houses }) => houses);
  const lists = rows.map(({ list }) => houseTemplates(list));
  const items = lists.flat();
  const templates = [...new Set(items.map(({ template }) => template))];
  const numbers = new Map(templates.map((template, i) => [template, i]));
  return {
    header: { format: FORMAT_VERSION, templates },
    columns: [
      writeNumbers(streets.map(({ houses }) => houses.length)),
      writeNumbers(lists.map(({ length }) => length)),
      writeNumbers(items.map(({ template }) => numbers.get(template) ?? 0)),
      writeNumbers(items.flatMap(({ values }) => values)),
      writeSuffixes(rows.map(({ postcode }) => postcode)),
      writeSuffixes(rows.map(({ okato }) => okato)),
    ],
  };
}

/** @example itemsOf('Н(37-89),45а') // [{ template: 'Н(#-+)', values: [37, 26] }, { template: '#а', values: [45] }] */
export function houseTemplates(list: HouseRow['list']): { template: string; values: number[] }[] {
  return list.split(',').flatMap((text) => {
    const item = text.replace(/[#+>\s]+/g, '');
    const values: number[] = [];
    const range = /^([НЧ]?)\(?\d+-\d+\)?$/.exec(item);
    const template = item.replace(/\d{1,9}/g, (digits) => {
      // A number that would not come back as it is stays text.
      if (digits.length > 1 && digits.startsWith('0')) return digits;
      const value = Number(digits);
      const [first] = values;
      values.push(value);
      if (!range || first === undefined || value < first) return '#';
      const pairs = range[1] && (value - first) % 2 === 0;
      values[1] = pairs ? (value - first) / 2 : value - first;
      return pairs ? '+' : '>';
    });
    return item ? [{ template, values }] : [];
  });
}
