import type { Distribution } from './distribution.ts';
import { readGarRows, type GarRow } from './gar-xml.ts';
import { ImportError } from './import-error.ts';
import type { ReportProgress } from './dataset.ts';
import type { Tally } from './tally.ts';

const OBJECTS = /^(?:(\d\d)\/)?AS_ADDR_OBJ_(\d{4})(\d\d)(\d\d)_[^/]*\.xml(?:\.gz)?$/i;

export const isGar = (names: string[]): boolean => names.some((name) => OBJECTS.test(name));

/** The region to read, and the day of its data. Throws an `ImportError` where it is not clear which, or not there. */
export function chooseRegion(
  { names, messagePrefix }: Distribution,
  region: string,
): { code: string; date: string } {
  const tables = names.flatMap((name) => {
    const [, code, year, month, day] = OBJECTS.exec(name) ?? [];
    return year ? [{ code, date: [year, month, day].join('-') }] : [];
  });
  const codes = tables.map(({ code }) => code).sort();
  if (codes.includes(undefined))
    throw new ImportError(
      `${messagePrefix} таблицы ГАР лежат без папки региона: укажите папку или архив, где есть папка вроде 22.`,
    );
  if (!region && codes.length > 1)
    throw new ImportError(`${messagePrefix} несколько регионов: добавьте --region, например --region 22.`);
  const { code, date = '' } = tables.find((table) => table.code === (region || codes[0])) ?? {};
  if (!code) throw new ImportError(`${messagePrefix} нет региона ${region}.`);
  return { code, date };
}

/** A table of ГАР. */
interface GarTable {
  /** How the names of its files begin: `22/AS_HOUSES`. */
  name: string;
  /** The name of its outermost element. */
  root: string;
  /** The share of the whole import that comes before it. */
  startShare: number;
}

/** Reads the tables of ГАР that are there. */
export class GarTables {
  /** Rows by file. */
  readonly rowCounts: Tally = new Map();
  readonly notes: string[] = [];
  readonly #files: Distribution;
  readonly #progress: ReportProgress;

  constructor(files: Distribution, progress: ReportProgress) {
    this.#files = files;
    this.#progress = progress;
  }

  async readTable({ name, root, startShare }: GarTable, take: (row: GarRow) => void): Promise<void> {
    const pattern = new RegExp(`^${name}_\\d{8}_[^/]*\\.xml(?:\\.gz)?$`, 'i');
    const [file, other] = this.#files.names.filter((one) => pattern.test(one));
    if (other) throw new ImportError(`Таблица ${name} есть дважды: ${file} и ${other}. Оставьте одну.`);
    if (!file) {
      this.notes.push(`Нет таблицы ${name}.`);
      return;
    }
    let rows = 0;
    await readGarRows(this.#files, { name: file, root }, (row) => {
      if (rows++ % 10_000 === 0) this.#progress(`читаем ${file}, запись ${rows}`, startShare);
      take(row);
    });
    this.rowCounts.set(file, rows);
  }
}
