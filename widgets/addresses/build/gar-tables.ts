import type { Distribution } from './distribution.ts';
import { readGarRows, type GarRow } from './gar-xml.ts';
import { ImportError } from './import-error.ts';
import type { ReportProgress } from './dataset.ts';
import type { Tally } from './tally.ts';

/** File name of the table of objects, with region and date: «22/AS_ADDR_OBJ_20261120_….XML». */
const OBJECTS_FILE = /^(?:(\d\d)\/)?AS_ADDR_OBJ_(\d{4})(\d\d)(\d\d)_[^/]*\.xml(?:\.gz)?$/i;

/** Whether files are a distribution of ГАР. */
export const isGar = (names: string[]): boolean => names.some((name) => OBJECTS_FILE.test(name));

/**
 * The region to read, two digits, and the day of its data. `region`: the one that was asked for, or empty. Throws an `ImportError`
 * if it is missing, or if there are several and none was asked for.
 */
export function chooseRegion(
  { names, messagePrefix }: Distribution,
  region: string,
): { code: string; date: string } {
  const tables = names.flatMap((name) => {
    const [, code, year, month, day] = OBJECTS_FILE.exec(name) ?? [];
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

/** A table of ГАР that is to be read. */
interface GarTable {
  /** Beginning of its file name: `22/AS_HOUSES`. */
  name: string;
  /** The name of its outermost element. */
  root: string;
  /** Share of the import, 0 to 1, that is done when it begins. */
  startShare: number;
  /** Nothing can be imported without it. */
  isRequired?: boolean;
}

/** Reads tables of ГАР, reports progress and counts rows. */
export class GarTables {
  /** File → number of rows. */
  readonly rowCounts: Tally = new Map();
  /** Sentences about missing tables, in Russian. */
  readonly notes: string[] = [];
  readonly #files: Distribution;
  readonly #progress: ReportProgress;

  constructor(files: Distribution, progress: ReportProgress) {
    this.#files = files;
    this.#progress = progress;
  }

  /**
   * Calls `onRow` for each row of a table. A missing table adds a note, or rejects with an `ImportError` if it is required. A table
   * that is there twice rejects, too.
   */
  async readTable(
    { name, root, startShare, isRequired }: GarTable,
    onRow: (row: GarRow) => void,
  ): Promise<void> {
    const pattern = new RegExp(`^${name}_\\d{8}_[^/]*\\.xml(?:\\.gz)?$`, 'i');
    const [file, other] = this.#files.names.filter((candidate) => pattern.test(candidate));
    if (other) throw new ImportError(`Таблица ${name} есть дважды: ${file} и ${other}. Оставьте одну.`);
    if (!file && isRequired) throw new ImportError(`${this.#files.messagePrefix} нет таблицы ${name}.`);
    if (!file) {
      this.notes.push(`Нет таблицы ${name}.`);
      return;
    }
    let rowCount = 0;
    await readGarRows(this.#files, { name: file, root }, (row) => {
      if (rowCount++ % 10_000 === 0) this.#progress(`читаем ${file}, запись ${rowCount}`, startShare);
      onRow(row);
    });
    this.rowCounts.set(file, rowCount);
  }
}
