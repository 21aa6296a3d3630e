import { parseArgs } from 'node:util';

import { importAddresses } from './import.ts';
import { EmptyImportError, type ImportSummary } from './import-summary.ts';
import { ImportError } from './import-error.ts';
import { progressBar } from './progress-bar.ts';
import type { SpokenName } from './spoken-names.ts';
import type { Tally } from './tally.ts';

const USAGE =
  'npm run addresses -- --from ПАПКА_ИЛИ_АРХИВ [--out dist/widgets/addresses] [--region 22] [--base ПАПКА [--delta ОБНОВЛЕНИЕ]] [--force]';

/** Kind of file → its Russian name. */
const KINDS: Record<string, string> = {
  '': 'места',
  b: 'улицы',
  i: 'слова улиц',
  h: 'дома',
  f: 'прежние названия',
  g: 'коды ФИАС',
  t: 'города',
  manifest: 'оглавление',
  counts: 'числа для сверки',
};
/** Error code of the system → the beginning of a Russian sentence. */
const SYSTEM_ERRORS: Record<string, string> = {
  ENOSPC: 'На диске кончилось место',
  EACCES: 'Нет прав на файл или папку',
  EPERM: 'Нет прав на файл или папку',
  EROFS: 'Диск доступен только для чтения',
  ENOTDIR: 'Вместо папки лежит файл',
};

const numberFormat = new Intl.NumberFormat('ru');
const kilobytes = (bytes: number) => `${numberFormat.format(Math.ceil(bytes / 1024))} КБ`;
/** A tally as indented lines; `write` makes the text of one: «STREET.DBF: 1 024». */
const linesOf = (tally: Tally, write: (count: number, name: string) => string) =>
  [...tally].map(([name, count]) => `  ${write(count, name)}\n`).join('');
/** The sum of all counts. */
const sumOf = (tally: Tally) => [...tally.values()].reduce((sum, count) => sum + count, 0);

/** Prints what was read and what of it is in the index. */
function printSummary({ date, rowsRead, rowsSkipped, notes, ...written }: ImportSummary): void {
  const writeCount = (count: number, name: string) => `${name}: ${numberFormat.format(count)}`;
  process.stdout.write(
    `Адреса на ${date}. Прочитано записей:\n${linesOf(rowsRead, writeCount)}` +
      `Взято: регионов — ${numberFormat.format(written.regions)}, мест — ${numberFormat.format(written.localities)}, ` +
      `улиц — ${numberFormat.format(written.streets)}, записей о домах — ${numberFormat.format(written.houses)}, ` +
      `прежних названий — ${numberFormat.format(written.former)}.\n` +
      (rowsSkipped.size ? `Пропущено:\n${linesOf(rowsSkipped, writeCount)}` : '') +
      notes.map((note) => `${note}\n`).join(''),
  );
}

/** The options of the command. Throws an {@link ImportError} if one is missing or wrong. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      out: { type: 'string', default: 'dist/widgets/addresses' },
      region: { type: 'string' },
      base: { type: 'string' },
      delta: { type: 'string' },
      force: { type: 'boolean' },
    },
  });
  const { delta, out, region, base, force } = values;
  const from = delta ?? values.from;
  if (!from) throw new ImportError(`Не сказано, откуда брать адреса: ${USAGE}`);
  if (region !== undefined && !/^\d\d$/.test(region))
    throw new ImportError('Код региона — две цифры, например --region 22.');
  return { from, out, region, base, isDelta: delta !== undefined, force };
}

/** Prints what was written, and what it took. */
function printFiles({ files, bytes }: ImportSummary, out: string, start: number): void {
  const seconds = numberFormat.format(Math.round((performance.now() - start) / 100) / 10);
  const memory = numberFormat.format(Math.round(process.resourceUsage().maxRSS / 1024));
  process.stdout.write(
    `Записано в ${out}: файлов — ${numberFormat.format(sumOf(files))}, всего ${kilobytes(sumOf(bytes))}.\n` +
      linesOf(
        files,
        (count, kind) =>
          `${KINDS[kind] ?? kind}: ${numberFormat.format(count)}, ${kilobytes(bytes.get(kind) ?? 0)}`,
      ) +
      `Ушло ${seconds} с и до ${memory} МБ памяти.\n`,
  );
}

/** Builds the address index as the command line says, with these spoken names, and prints a summary. */
export async function runImportCommand(spoken: readonly SpokenName[]): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop.abort(new ImportError('Остановлено: подсказки остались прежними.'));
    });
  const bar = progressBar(process.stderr);
  const start = performance.now();
  try {
    const options = readOptions();
    const summary = await importAddresses({
      ...options,
      spoken,
      progress: bar.show,
      signal: stop.signal,
    });
    bar.clear();
    printSummary(summary);
    printFiles(summary, options.out, start);
  } catch (error) {
    bar.clear();
    if (error instanceof EmptyImportError) printSummary(error.summary);
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** What went wrong, in one Russian sentence. Throws errors that are bugs again, for their stack. */
function messageOf(error: unknown): string {
  if (error instanceof ImportError) return error.message;
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) return `Непонятная команда. Надо так: ${USAGE}`;
  const path = 'path' in error ? `: ${String(error.path)}` : '';
  return `${SYSTEM_ERRORS[String(error.code)] ?? `Не вышло (${String(error.code)})`}${path}.`;
}
