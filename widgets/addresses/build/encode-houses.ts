import { writeNumber } from '../index/columns.ts';
import { FORMAT, type HousesHeader } from '../index/format.ts';
import type { HouseRow } from '../index/houses.ts';
import { endings } from './packing.ts';
import type { Street } from './source.ts';

/** The rows of houses of streets, as columns. */
export function houseColumns(streets: Street[]): { header: HousesHeader; columns: string[] } {
  const templates: string[] = [];
  const numberOfTemplate = new Map<string, number>();
  const rows = streets.flatMap(({ houses }) => houses);
  const lists = rows.map(({ list }) => itemsOf(list));
  const kinds = lists.flat().map(({ template }) => {
    const known = numberOfTemplate.get(template) ?? templates.push(template) - 1;
    numberOfTemplate.set(template, known);
    return writeNumber(known);
  });
  return {
    header: { format: FORMAT, templates },
    columns: [
      streets.map(({ houses }) => writeNumber(houses.length)).join(''),
      lists.map(({ length }) => writeNumber(length)).join(''),
      kinds.join(''),
      lists.flatMap((items) => items.flatMap(({ values }) => values.map(writeNumber))).join(''),
      endings(rows.map(({ postcode }) => postcode)),
      endings(rows.map(({ okato }) => okato)),
    ],
  };
}

/** `Н(37-89),45а` is `Н(#-+)` with 37 and 26, `#а` with 45. */
export function itemsOf(list: HouseRow['list']): { template: string; values: number[] }[] {
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
