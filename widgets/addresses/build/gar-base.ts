import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { openDistribution, type Distribution } from './distribution.ts';
import { isKnownParam } from './gar-params.ts';
import type { GarRow } from './gar-xml.ts';
import { ImportError } from './import-error.ts';

/** The attributes that an import reads. A GUID is read only of localities and streets; those of houses would double the base. */
const ATTRIBUTES = [
  ...[
    'ID',
    'OBJECTID',
    'NAME',
    'TYPENAME',
    'SHORTNAME',
    'LEVEL',
    'ISACTUAL',
    'ISACTIVE',
    'PARENTOBJID',
    'OKTMO',
  ],
  ...['HOUSENUM', 'HOUSETYPE', 'ADDNUM1', 'ADDTYPE1', 'ADDNUM2', 'ADDTYPE2', 'NUMBER', 'TYPEID', 'VALUE'],
];
/** Whether a table (`22/AS_ADDR_OBJ`) is that of localities and streets: a base has all rows of it, also those of former names. */
export const isObjectsTable = (name: string): boolean => name.endsWith('/AS_ADDR_OBJ');
/** What a base consists of: folders of regions, and tables. */
const BASE_ENTRY = /^(\d\d|AS_\w+\.XML\.gz)$/;
/** Characters of rows that are packed at once. */
const BLOCK_LETTERS = 2 ** 20;
const ESCAPES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };

/**
 * The folder beside an index with what an import has read of ГАР, so that a delta can be applied to it: current rows with the
 * attributes that matter, as packed XML. It is itself a distribution of ГАР.
 */
export class GarBase {
  readonly #folder: string;
  /** Path of the temporary folder; empty until the first row is written. */
  #temporary = '';
  #file = '';
  #text = '';
  #root = '';

  /** Throws an `ImportError` if the folder has something else than a base, or is to have: `out`, the folder of the index, lies in it. */
  constructor(folder: string, out: string) {
    this.#folder = resolve(folder);
    if (`${resolve(out)}/`.startsWith(`${this.#folder}/`))
      throw new ImportError(`База и подсказки не могут лежать в одной папке ${folder}.`);
    const entries = existsSync(folder) ? readdirSync(folder) : [];
    if (!entries.every((name) => BASE_ENTRY.test(name)))
      throw new ImportError(`В папке ${folder} лежит не только база ГАР: укажите для базы отдельную папку.`);
  }

  /** Opens what is there. Rejects with an `ImportError` if nothing is. */
  open(): Promise<Distribution> {
    if (!existsSync(this.#folder))
      throw new ImportError(
        `Базы ${this.#folder} нет: сначала прочитайте полную выгрузку ГАР с тем же --base.`,
      );
    return openDistribution(this.#folder);
  }

  /** Begins a new table. `name` is that of GarTable: `22/AS_HOUSES`; `day` is `2026-11-20`. */
  beginTable(name: string, root: string, day: string): void {
    const outer = dirname(this.#folder);
    mkdirSync(outer, { recursive: true });
    this.#temporary ||= mkdtempSync(join(outer, `.${basename(this.#folder)}-`));
    this.#file = join(this.#temporary, `${name}_${day.replaceAll('-', '')}_base.XML.gz`);
    mkdirSync(dirname(this.#file), { recursive: true });
    this.#root = root;
    this.#text = `<${root}>`;
  }

  /** Adds a row, if an import could ever need it again. */
  addRow(name: string, row: GarRow): void {
    const isObject = isObjectsTable(name);
    const isCurrent =
      row['ISACTUAL'] !== '0' && row['ISACTIVE'] !== '0' && (row['CHANGEIDEND'] ?? '0') === '0';
    if (!isObject && !(isCurrent && (row['TYPEID'] === undefined || isKnownParam(row['TYPEID'])))) return;
    this.#text += '<R';
    for (const attribute of isObject ? [...ATTRIBUTES, 'OBJECTGUID'] : ATTRIBUTES) {
      const value = row[attribute];
      if (value !== undefined)
        this.#text += ` ${attribute}="${value.replace(/[&"<]/g, (sign) => ESCAPES[sign] ?? '')}"`;
    }
    this.#text += '/>';
    if (this.#text.length > BLOCK_LETTERS) this.#flush();
  }

  /** Finishes the table. */
  endTable(): void {
    this.#text += `</${this.#root}>`;
    this.#flush();
  }

  /** Puts the new base in the place of the old one. */
  moveIntoPlace(): void {
    if (!this.#temporary) return;
    const old = `${this.#temporary}-old`;
    if (existsSync(this.#folder)) renameSync(this.#folder, old);
    renameSync(this.#temporary, this.#folder);
    this.#temporary = '';
    rmSync(old, { recursive: true, force: true });
  }

  /** Deletes what was written and not moved. */
  discard(): void {
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true });
  }

  /** Packs the text and adds it to the file: gzip streams may follow one another. */
  #flush(): void {
    appendFileSync(this.#file, gzipSync(this.#text));
    this.#text = '';
  }
}
