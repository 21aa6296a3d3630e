// Longer than most: all words and tables of one report.
/** Prints the results of the benchmark, in tables of plain text. */
import type { ColdQueryCost, QuerySet, TaskReport } from './child.ts';
import {
  compareWithPeer,
  coldQueryBytes,
  goalsOf,
  kib,
  mib,
  percent,
  pooledTimes,
  sum,
  type BenchResults,
} from './goals.ts';
import { hitRate, median, quantile, type TypingResult } from './measure.ts';
import type { PeerName } from './peers.ts';
import { QUERY_CLASSES, type QueryClass } from './queries.ts';
import type { FileContentKind } from './run.ts';
import { SPELLINGS, type SpellingName } from './spellings.ts';

const KINDS: Record<FileContentKind, string> = {
  manifest: 'манифест',
  towns: 'города страны',
  root: 'корни',
  bundle: 'улицы',
  inverted: 'слова улиц',
  houses: 'дома',
  former: 'прежние названия',
  other: 'прочее',
};
const NAMES = Object.keys(QUERY_CLASSES) as QueryClass[];
const count = new Intl.NumberFormat('ru');
const ms = (value: number) =>
  Number.isNaN(value) ? '–' : value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 0).replace('.', ',');
const seconds = (value: number) => value.toFixed(1).replace('.', ',');

/** Columns as wide as their widest cell; numbers to the right. */
function table(head: string[], rows: string[][], areWords = false): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length)));
  const line = (row: string[]) =>
    row
      .map((cell, i) => (i === 0 || areWords ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('   ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

/** Prints all that was measured, in Russian. */
export function printResults(all: BenchResults): void {
  const { kladr, own, files, peers, slow4G } = all;
  const say = (...blocks: string[]) => {
    for (const block of blocks) console.log(`${block}\n`);
  };
  say(
    `\nМест ${count.format(kladr.places)}, улиц ${count.format(kladr.streets)}, ` +
      `записей о домах ${count.format(kladr.houseRows)}, прежних названий ${count.format(kladr.former)}; ` +
      `регионов ${kladr.regions}.`,
  );
  if (own.failed) say(`Наш указатель: ${own.failed}.`);
  if (own.built) say(`Сборка: ${seconds(own.built.seconds)} с, память ${count.format(own.built.memory)} МБ.`);
  say(filesTable(files));
  if (own.classes) say(classesTable(own));
  if (own.typing)
    say(typingLine('Набор по буквам', own.typing) + (own.coldTyping ? coldTypingLine(own.coldTyping) : ''));
  say(spellingsTable(all));
  if (Object.keys(peers).length > 0) say(...peerTables(all));
  if (slow4G)
    say(
      `Chromium, «Slow 4G» (1,6 Мбит/с × 0,9, задержка 562 мс), процессор вчетверо медленнее, «барн лен 12»:\n` +
        `поле готово через ${ms(slow4G.usable)} мс, его скрипт ${kib(slow4G.script)} КБ gzip, потом ещё ${kib(slow4G.later)} КБ;\n` +
        table(
          ['', 'от первой буквы до подсказок', 'от последней до дома'],
          [
            ['впервые, мс', ms(slow4G.cold.first), ms(slow4G.cold.last)],
            ['потом, мс', ms(slow4G.warm.first), ms(slow4G.warm.last)],
          ],
        ),
    );
  const goals = goalsOf(all).map(({ what, wanted, measured, met }) => [
    `${met ? '✓' : '✗'} ${what}`,
    wanted,
    measured,
  ]);
  say(table([kladr.regions > 1 ? '  цели для страны' : '  цели для региона', 'хотим', 'вышло'], goals, true));
  for (const [name, peer] of Object.entries(peers)) {
    const { beaten, notBeaten } = compareWithPeer(all, peer);
    const asked = Math.max(...NAMES.map((one) => peer.classes?.[one].ranks.length ?? 0));
    if (asked === 0) console.log(`– ${name}: сравнить не с чем.`);
    else
      console.log(
        `${notBeaten.length === 0 ? '✓' : '✗'} ${name} (до ${asked} запросов на класс): ` +
          `мы лучше или наравне — ${beaten.join(', ') || 'ни в чём'}; не лучше — ${notBeaten.join(', ') || 'ни в чём'}.`,
      );
  }
}

/** Prints the queries whose right answer our index did not show, and the addresses that it lost while they were typed. */
export function printMisses({ own }: BenchResults, { queries, spellings }: QuerySet): void {
  for (const name of NAMES) {
    const missed = queries[name].filter((_, i) => own.classes?.[name].ranks[i] === 0);
    if (missed.length > 0)
      console.log(`${QUERY_CLASSES[name]}: ${missed.map(({ text }) => text).join('; ')}\n`);
  }
  for (const name of Object.keys(SPELLINGS) as SpellingName[]) {
    const missed = spellings[name].filter((_, i) => own.spellings?.[name].ranks[i] !== 1);
    if (missed.length > 0)
      console.log(`${SPELLINGS[name].title}, не первым: ${missed.map(({ text }) => text).join('; ')}\n`);
  }
  console.log(`пропало: ${own.typing?.lost.join('; ') ?? ''}\n`);
}

function filesTable(files: BenchResults['files']): string {
  const rows = (Object.keys(KINDS) as FileContentKind[]).flatMap((kind) => {
    const sizes = files[kind];
    if (!sizes) return [];
    const cells = [sizes.length, sum(sizes) / 1024, median(sizes) / 1024, Math.max(...sizes) / 1024];
    return [[KINDS[kind], ...cells.map((cell, i) => (i === 0 ? count.format(cell) : kib(cell * 1024)))]];
  });
  const all = Object.values(files).flat();
  return table(
    ['указатель', 'файлов', 'КБ', 'медиана', 'наибольший'],
    [...rows, ['всего', count.format(all.length), kib(sum(all)), '', '']],
  );
}

/** How the engines read addresses as documents, sites and people write them. */
function spellingsTable({ own, peers }: BenchResults): string {
  const engines: [string, TaskReport][] = [['наш', own], ...Object.entries(peers)];
  const names = Object.keys(SPELLINGS) as SpellingName[];
  const hits = (ranks: readonly number[] = []) =>
    ranks.length > 0 ? `${percent(hitRate(1, ranks))} / ${percent(hitRate(5, ranks))}` : '–';
  const rows = names.map((name) => [
    SPELLINGS[name].title,
    String(own.spellings?.[name].ranks.length ?? 0),
    ...engines.map(([, { spellings }]) => hits(spellings?.[name].ranks)),
    String(own.spellings?.[name].wrongHouses ?? 0),
  ]);
  const all = engines.map(([, { spellings }]) =>
    Object.values(spellings ?? {}).flatMap(({ ranks }) => ranks),
  );
  const wrong = sum(Object.values(own.spellings ?? {}).map(({ wrongHouses }) => wrongHouses));
  rows.push(['все', String(all[0]?.length ?? 0), ...all.map(hits), String(wrong)]);
  const head = ['как пишут адрес', 'запросов', ...engines.map(([name]) => name), 'чужой дом первым'];
  return (
    `${table(head, rows)}\nПервым / в первых пяти, %. Домов соперники не знают: из запроса они убраны.\n` +
    'Спрошен КЛАДР, и в Тюменской области (72): в образце ГАР этой области нет населённых пунктов.'
  );
}

function classesTable({ classes, cold }: TaskReport): string {
  const rows = NAMES.map((name) => {
    const { ranks, times } = classes?.[name] ?? { ranks: [], times: [] };
    const of = (value: (one: ColdQueryCost) => number) => (cold?.[name] ?? []).map(value);
    const [requests, bytes] = [of((one) => one.requests), of((one) => one.bytes)];
    return [
      QUERY_CLASSES[name],
      String(ranks.length),
      percent(hitRate(1, ranks)),
      percent(hitRate(5, ranks)),
      ms(median(times)),
      ms(quantile(times, 0.95)),
      `${median(requests)} / ${Math.max(...requests)}`,
      `${kib(median(bytes))} / ${kib(Math.max(...bytes))}`,
    ];
  });
  const head = ['наш', 'запросов', 'первым, %', 'в пяти, %', 'мс', 'p95', 'впервые: обращений', 'КБ'];
  return `${table(head, rows)}\nВпервые: у поля ещё ничего нет; медиана / больше всего, с манифестом.`;
}

function typingLine(what: string, { typed, labels, steps, lost }: TypingResult): string {
  // A target that never came takes all its letters.
  const letters = typed.map((one, i) => one ?? labels[i] ?? 0);
  const never = typed.filter((one) => one === null).length;
  return (
    `${what}: адресов ${typed.length}; до нужного в первых пяти букв ${median(letters)} ` +
    `(в названии ${median(labels)}); не появился ${never}; ` +
    `пропал при верной букве ${lost.length} раз из ${count.format(steps)} (${percent(lost.length / Math.max(1, steps))} %).`
  );
}

const coldTypingLine = (cold: ColdQueryCost[]) =>
  `\nЗа весь набор с пустого места: обращений ${median(cold.map(({ requests }) => requests))}, ` +
  `${kib(median(cold.map(({ bytes }) => bytes)))} КБ (медиана).`;

function peerTables({ own, withoutHouses, peers }: BenchResults): string[] {
  const peerNames = Object.keys(peers) as PeerName[];
  const engines: [string, TaskReport][] = [
    ['наш', own],
    ...peerNames.map((name): [string, TaskReport] => [name, peers[name] ?? {}]),
  ];
  const rows = engines.map(([name, { built, bytes, classes, cold }]) => {
    const times = classes ? pooledTimes(classes) : [];
    const own = cold && { all: withoutHouses, region: median(coldQueryBytes(cold)) };
    const size = own ?? bytes;
    return [
      name,
      size?.all ? mib(size.all) : '–',
      size ? mib(size.region) : '–',
      built ? seconds(built.seconds) : '–',
      built ? count.format(built.memory) : '–',
      count.format(times.length),
      ms(median(times)),
      ms(quantile(times, 0.95)),
    ];
  });
  const head = ['МБ gzip', 'до ответа', 'сборка, с', 'память, МБ', 'запросов', 'мс', 'p95'];
  const cells = (cell: (report: TaskReport, name: QueryClass) => string) =>
    table(
      ['', ...engines.map(([name]) => name)],
      NAMES.map((name) => [QUERY_CLASSES[name], ...engines.map(([, report]) => cell(report, name))]),
    );
  const hits = cells(({ classes }, name) => {
    const ranks = classes?.[name].ranks ?? [];
    return ranks.length > 0 ? `${percent(hitRate(1, ranks))} / ${percent(hitRate(5, ranks))}` : '–';
  });
  const times = cells(({ classes }, name) => {
    const { times } = classes?.[name] ?? { times: [] };
    return times.length > 0 ? `${ms(median(times))} / ${ms(quantile(times, 0.95))}` : '–';
  });
  const troubles = peerNames.flatMap((name) => {
    const failed = peers[name]?.failed;
    return failed ? [`${name}: ${failed}.`] : [];
  });
  const typing = peerNames.flatMap((name) => {
    const result = peers[name]?.typing;
    return result && result.typed.length > 0 ? [typingLine(name, result)] : [];
  });
  return [
    `${table(['на тех же записях', ...head], rows)}\nОбъём — без домов; до ответа: у соперников весь указатель (региона), у нас медиана того, что нужно впервые.`,
    ...(troubles.length > 0 ? [troubles.join('\n')] : []),
    `Первым / в первых пяти, %. Домов соперники не знают: для них дом и квартира из запроса убраны.\n${hits}`,
    `Миллисекунды: медиана / p95.\n${times}`,
    typing.join('\n'),
  ];
}
