import { Dbf } from './dbf.ts';
import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';
import type { Progress } from './source.ts';
import type { Tally } from './tally.ts';

/**
 * Codes end with the status of the row: 00 is the object as it is now, 01–50 are names it had before, 51 says that it has
 * been merged or moved, 99 that it is gone.
 */
export const LAST_FORMER_NAME = 50;

/** Why a row is left out. */
export const BROKEN = 'неверных записей';

/** Fields that places, streets and houses have alike, of any width. */
export const ALIKE = { NAME: undefined, SOCR: undefined, INDEX: undefined, OCATD: undefined };
export type Objects = Dbf<'CODE' | keyof typeof ALIKE>;

/** The text, if it is so many digits. */
export const digits = (text: string, length: number) =>
  text.length === length && /^\d+$/.test(text) ? text : '';

/** A table as people have it: any case, packed or not, with an ending such as `-01`. */
const fileOf = (table: string) => new RegExp(`^${table}(-[\\w-]+)?\\.dbf(\\.gz)?$`, 'i');

export const isKladr = (names: string[]): boolean => names.some((name) => fileOf('KLADR').test(name));

/** Opens the tables of a distribution one by one. */
class TableReader {
  /** Rows by file. */
  readonly read: Tally = new Map();
  readonly #files: Distribution;
  readonly #progress: Progress;

  constructor(files: Distribution, progress: Progress) {
    this.#files = files;
    this.#progress = progress;
  }

  /** `undefined` where there is no such table. */
  async open<Field extends string>(table: string, fields: Record<Field, number | undefined>) {
    const [file, other] = this.#files.names.filter((name) => fileOf(table).test(name));
    if (!file) return undefined;
    if (other) throw new ImportError(`Таблица ${table} есть дважды: ${file} и ${other}. Оставьте одну.`);
    this.#progress(`читаем ${file}`, 0);
    const dbf = new Dbf(await this.#files.bytes(file), file, fields);
    this.read.set(file, dbf.count);
    return dbf;
  }
}

/** Opens the tables of КЛАДР. Throws an `ImportError` where there is none of places. */
export async function openTables(files: Distribution, progress: Progress) {
  const reader = new TableReader(files, progress);
  const localities = await reader.open('KLADR', { CODE: 13, ...ALIKE, STATUS: undefined });
  if (!localities) throw new ImportError(`${files.where} нет файла KLADR.DBF.`);
  return {
    localities,
    streets: await reader.open('STREET', { CODE: 17, ...ALIKE }),
    houses: await reader.open('DOMA', { CODE: 19, ...ALIKE, KORP: undefined }),
    renumbered: await reader.open('ALTNAMES', { OLDCODE: 19, NEWCODE: 19 }),
    types: await reader.open('SOCRBASE', { LEVEL: undefined, SCNAME: undefined, SOCRNAME: undefined }),
    read: reader.read,
  };
}

export type Tables = Awaited<ReturnType<typeof openTables>>;

/** What the index will lack where tables are not there, a sentence each. */
export function notesOn({ streets, houses, renumbered, types }: Tables): string[] {
  return [
    streets ? '' : 'Нет файла STREET.DBF: улиц не будет, только города и сёла.',
    houses ? '' : 'Нет файла DOMA.DBF: номера домов и их индексы неизвестны.',
    renumbered ? '' : 'Нет файла ALTNAMES.DBF: нельзя узнать, чем стало то, что переподчинили.',
    types ? '' : 'Нет файла SOCRBASE.DBF: сокращения («ул», «пр-кт») не расшифрованы.',
  ].filter(Boolean);
}
