import { commentsIn } from './comments.ts';
import { importsOf, isRelative } from './imports.ts';
import type { Measure } from './measure.ts';
import type { CodeFile } from './tree.ts';

/** Items that are shown under a figure without `--list`. */
const FEW = 2;
/** Width of the first column. */
const NAME = 40;

/** Rooms with their files and lines; `--list` shows every folder. */
export function roomTable(files: readonly CodeFile[], isWhole: boolean): string[] {
  const code = files.filter(({ isTest }) => !isTest);
  const tests = files.filter(({ isTest }) => isTest);
  const rooms = new Set(code.map(({ path }) => roomOf(path, isWhole)));
  const head = ['файлов', 'строк', 'медиана', '90 %', 'больше всех']
    .map((word) => word.padStart(12))
    .join('');
  return [
    'Код без тестов'.padEnd(NAME) + head,
    ...[...rooms].map((room) =>
      roomRow(
        room,
        code.filter(({ path }) => roomOf(path, isWhole) === room),
      ),
    ),
    roomRow('всего', code),
    roomRow('тесты', tests),
  ];
}

function roomOf(path: string, isWhole: boolean): string {
  const folders = path.split('/').slice(0, -1);
  return folders.slice(0, isWhole ? 2 : 1).join('/') || 'рядом с папками';
}

function roomRow(name: string, files: readonly CodeFile[]): string {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  const total = lines.reduce((sum, count) => sum + count, 0);
  return row(name, [lines.length, total, shareOf(lines, 0.5), shareOf(lines, 0.9), lines.at(-1) ?? 0]);
}

/** The number that a share of sorted numbers does not exceed: of 1, 2, 3, 10 and a half it is 2. */
const shareOf = (sorted: readonly number[], share: number) =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? 0;

const row = (name: string, cells: readonly (number | string)[]) =>
  name.padEnd(NAME) + cells.map((cell) => String(cell).padStart(12)).join('');

/** A row with the relative imports of a file that is no test: the mean, and the file with most of them. */
export function importRow(files: readonly CodeFile[]): string {
  const counts = files
    .filter(({ isTest }) => !isTest)
    .map((file) => ({ path: file.path, count: importsOf(file).filter(isRelative).length }))
    .sort((a, b) => b.count - a.count);
  const [most = { path: '', count: 0 }] = counts;
  const mean = counts.reduce((sum, { count }) => sum + count, 0) / Math.max(1, counts.length);
  return `${row('Импортов соседей в файле: в среднем', [mean.toFixed(1)])}   больше всех ${most.count}: ${most.path}`;
}

/** The measures with their goals, a row each; below it the items, where they are few or `--list` is given. */
export function measureTable(measures: readonly Measure[], isWhole: boolean): string[] {
  return [
    row('Мера', ['сейчас', 'цель']),
    ...measures.flatMap(({ name, goal, items }) => [
      row(name, [items.length, goal ?? '—']),
      ...(isWhole || items.length <= FEW ? items.map((item) => `  ${item}`) : []),
    ]),
  ];
}

/** The share of lines that are nothing but comment, and the `@example`s among them, in code that is no test. */
export function commentRows(files: readonly CodeFile[]): string[] {
  const code = files.filter(({ isTest }) => !isTest);
  const lines = code.reduce((sum, file) => sum + file.lines, 0);
  const comments = commentsIn(code);
  const share = ((100 * comments.lines) / Math.max(1, lines)).toFixed(1);
  return [
    `${row('Строки комментариев, %', [share])}   ${comments.lines} из ${lines}`,
    row('Примеры в комментариях: @example', [comments.examples]),
  ];
}

/** A row with the number of packages that the root installs, and what counts as one. */
export const packageRow = (packages: readonly string[]): string =>
  `${row('Пакеты в корне', [packages.length])}   папок в node_modules после npm ci на Linux x64, каждая версия отдельно`;
