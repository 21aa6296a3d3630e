import type { Distribution } from './distribution.ts';
import type { GarBase } from './gar-base.ts';
import type { GarDelta } from './gar-delta.ts';
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

/** What {@link GarTables} needs besides the files. */
interface GarTablesOptions {
  progress: ReportProgress;
  /** Day of the data, `YYYY-MM-DD`. */
  day: string;
  /** Is filled with what is read. */
  base?: GarBase | undefined;
  /** The files are those of a delta. */
  delta?: GarDelta | undefined;
}

/** Reads tables of ГАР, reports progress and counts rows. */
export class GarTables {
  /** File → number of rows. */
  readonly rowCounts: Tally = new Map();
  /** Sentences about missing tables, in Russian. */
  readonly notes: string[] = [];
  readonly #files: Distribution;
  readonly #options: GarTablesOptions;

  constructor(files: Distribution, options: GarTablesOptions) {
    this.#files = files;
    this.#options = options;
  }

  /**
   * Calls `onRow` for each row of a table. A missing table adds a note, or rejects with an `ImportError` if it is required. A table
   * that is there twice rejects, too.
   */
  async readTable(
    { name, root, startShare, isRequired }: GarTable,
    onRow: (row: GarRow) => void,
  ): Promise<void> {
    const { progress, day, base, delta } = this.#options;
    const file = fileOf(name, this.#files);
    const baseFile = delta && fileOf(name, delta.base);
    const shown = file ?? baseFile;
    if (!shown && isRequired) throw new ImportError(`${this.#files.messagePrefix} нет таблицы ${name}.`);
    if (!shown) {
      this.notes.push(`Нет таблицы ${name}.`);
      return;
    }
    let rowCount = 0;
    const passRow = (row: GarRow) => {
      if (rowCount++ % 10_000 === 0) progress(`читаем ${shown}, запись ${rowCount}`, startShare);
      base?.addRow(name, row);
      onRow(row);
    };
    base?.beginTable(name, root, day);
    const asFile = (some?: string) => (some ? { name: some, root } : undefined);
    if (delta) await delta.readRows({ changes: asFile(file), base: asFile(baseFile) }, name, passRow);
    else await readGarRows(this.#files, { name: shown, root }, passRow);
    base?.endTable();
    this.rowCounts.set(shown, rowCount);
  }
}

/** The file of a table; `undefined` if it is missing. Throws an `ImportError` if it is there twice. */
function fileOf(name: string, { names }: Distribution): string | undefined {
  const pattern = new RegExp(`^${name}_\\d{8}_[^/]*\\.xml(?:\\.gz)?$`, 'i');
  const [file, other] = names.filter((candidate) => pattern.test(candidate));
  if (other) throw new ImportError(`Таблица ${name} есть дважды: ${file} и ${other}. Оставьте одну.`);
  return file;
}
