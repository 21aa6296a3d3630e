import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ImportError, readDbf } from './dbf.ts';
import { groupBy } from './group.ts';

/** A region, district, town or settlement: `code` has 11 digits, without the status. */
export interface Place {
  code: string;
  name: string;
  type: string;
  postcode: string;
  okato: string;
  /** 0, or the centre of: 1 a district, 2 a region, 3 both. */
  status: number;
}

/** A street: `code` has 15 digits, without the status. */
export interface Street {
  code: string;
  name: string;
  type: string;
  postcode: string;
  okato: string;
}

export interface Kladr {
  date: string;
  places: Place[];
  streets: Street[];
  /** Short form of a type → long form, lower case, e.g. `ул` → `улица`. */
  types: Map<string, string>;
  /** How many rows were left out, and why. */
  skipped: { former: number; broken: number; orphans: number };
}

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const known = (value: string, digits: number) => (new RegExp(`^\\d{${digits}}$`).test(value) ? value : '');

/** Reads the files of the КЛАДР distribution in `from`; only codes of `region` (two digits) where it is given. */
export function readKladr(from: string, region = ''): Kladr {
  if (!existsSync(from)) throw new ImportError(`Папки ${from} нет.`);
  const files = readdirSync(from);
  const read = <Field extends string>(name: string, fields: readonly [Field, ...Field[]], prefix = '') => {
    const file = files.find((candidate) => candidate.toUpperCase() === name);
    if (!file) throw new ImportError(`В папке ${from} нет файла ${name}.`);
    return readDbf(join(from, file), name, fields, prefix);
  };
  const kladr = read('KLADR.DBF', ['CODE', 'NAME', 'SOCR', 'INDEX', 'OCATD', 'STATUS'], region);
  const street = read('STREET.DBF', ['CODE', 'NAME', 'SOCR', 'INDEX', 'OCATD'], region);
  const doma = read('DOMA.DBF', ['CODE', 'INDEX', 'OCATD'], region);
  const socrbase = read('SOCRBASE.DBF', ['SCNAME', 'SOCRNAME']);

  const skipped = { former: 0, broken: 0, orphans: 0 };
  /** Only current objects (status 00); former names are a file of their own in a later form of the index. */
  const current = <Row extends { CODE: string; NAME: string; SOCR: string }>(rows: Row[], digits: number) => {
    const seen = new Set<string>();
    return rows.filter(({ CODE, NAME, SOCR }) => {
      if (CODE.length !== digits || !known(CODE, digits) || !NAME || !SOCR || seen.has(CODE))
        skipped.broken++;
      else if (!CODE.endsWith('00')) skipped.former++;
      else return Boolean(seen.add(CODE));
      return false;
    });
  };

  const places = current(kladr.rows, 13).map((row): Place => ({
    code: row.CODE.slice(0, 11),
    name: row.NAME,
    type: row.SOCR,
    postcode: known(row.INDEX, 6),
    okato: known(row.OCATD, 11),
    status: Number(known(row.STATUS, 1)),
  }));
  if (places.length === 0)
    throw new ImportError(
      region ? `В KLADR.DBF нет региона ${region}.` : 'В KLADR.DBF нет действующих записей.',
    );

  const houses = groupBy(doma.rows, ({ CODE }) => CODE.slice(0, 15));
  const localities = new Set(places.map(({ code }) => code));
  const streets: Street[] = [];
  for (const row of current(street.rows, 17)) {
    const code = row.CODE.slice(0, 15);
    if (!localities.has(code.slice(0, 11))) {
      skipped.orphans++;
      continue;
    }
    const rows = houses.get(code) ?? [];
    streets.push({
      code,
      name: row.NAME,
      type: row.SOCR,
      postcode: agreed(
        known(row.INDEX, 6),
        rows.map(({ INDEX }) => known(INDEX, 6)),
      ),
      okato: agreed(
        known(row.OCATD, 11),
        rows.map(({ OCATD }) => known(OCATD, 11)),
      ),
    });
  }

  const types = new Map(socrbase.rows.map(({ SCNAME, SOCRNAME }) => [SCNAME, SOCRNAME.toLowerCase()]));
  const date = kladr.date > street.date ? kladr.date : street.date;
  return { date, places: places.sort(byCode), streets: streets.sort(byCode), types, skipped };
}

/** Postcode and ОКАТО belong to the house: where the houses of a street differ, the street itself has none. */
function agreed(own: string, ofHouses: string[]): string {
  const values = new Set(ofHouses.filter(Boolean));
  if (values.size > 1) return '';
  const [only = own] = values;
  return only;
}
