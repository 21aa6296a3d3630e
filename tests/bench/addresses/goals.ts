// Longer than most: one goal a few lines, and each with its limits.
/** The goals of the address index: what was promised, what was measured. */
import type { ColdQueryCost, TaskReport } from './child.ts';
import { hitRate, median, quantile, type ClassResult } from './measure.ts';
import type { PeerName } from './peers.ts';
import { QUERY_CLASSES, PLAIN_QUERY_CLASSES, type QueryClass } from './queries.ts';
import type { FileContentKind } from './run.ts';
import type { Slow4G } from './slow-4g.ts';

/** One goal, in Russian as the table shows it. */
export interface Goal {
  /** What is measured: «запрос, p95». */
  what: string;
  /** The limit: «≤ 1 мс». */
  wanted: string;
  /** «0,4 мс» */
  measured: string;
  met: boolean;
}

/** All that the benchmark has measured. */
export interface BenchResults {
  kladr: { regions: number; places: number; streets: number; houseRows: number; former: number };
  own: TaskReport & { failed?: string };
  files: Partial<Record<FileContentKind, number[]>>;
  /** Bytes of our index without houses, which the peers have not either. */
  withoutHouses: number;
  peers: Partial<Record<PeerName, TaskReport & { failed?: string }>>;
  slow4G: Slow4G | undefined;
}

const number = (value: number, digits = 1) =>
  new Intl.NumberFormat('ru', { maximumFractionDigits: digits }).format(value);
/** A share as a number of per cent: `percent(0.123)` is «12,3». */
export const percent = (share: number) => number(share * 100);
/** Bytes as a number of KiB. */
export const kib = (bytes: number) => number(bytes / 1024);
/** Bytes as a number of MiB. */
export const mib = (bytes: number) => number(bytes / 1024 / 1024, 2);
/** The sum of some numbers. */
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The goals with what was measured. Some have one limit for a region and another for the country. */
export function goalsOf({ kladr, own, files, slow4G }: BenchResults): Goal[] {
  const isCountry = kladr.regions > 1;
  const goals: Goal[] = [];
  const goal = (what: string, wanted: string, measured: string, met: boolean) =>
    goals.push({ what, wanted, measured, met });
  const { built, classes, cold, typing, spellings } = own;
  if (built) {
    const { seconds, memory } = built;
    const measured = `${number(seconds)} с, ${number(memory / 1024, 2)} ГБ`;
    if (isCountry) goal('сборка', '≤ 90 с, ≤ 2 ГБ', measured, seconds <= 90 && memory <= 2048);
    else goal('сборка', '≤ 3 с', measured, seconds <= 3);
  }
  const all = Object.values(files).flat();
  const measured = `${mib(sum(all))} МБ, файлов ${number(all.length)}`;
  if (isCountry) {
    const met = sum(all) <= 26 * 2 ** 20 && all.length < 10_000;
    goal('весь указатель', '≤ 26 МБ, < 10 000 файлов', measured, met);
  } else goal('весь указатель', '≤ 0,5 МБ', measured, sum(all) <= 2 ** 19);
  const root = median(files.root ?? []);
  const most = isCountry ? 17 : 16;
  goal('корень', isCountry ? 'медиана ≤ 17 КБ' : '≤ 16 КБ', `${kib(root)} КБ`, root <= most * 1024);
  if (cold) goals.push(coldGoal(cold.village));
  if (classes) {
    const warm = quantile(
      Object.values(classes).flatMap(({ times }) => times),
      0.95,
    );
    goal('запрос, p95', '≤ 1 мс', `${number(warm, 2)} мс`, warm <= 1);
    const hits = (what: string, names: readonly QueryClass[], wanted: number) => {
      const worst = names
        .map((name) => ({ name, hit: hitRate(5, classes[name].ranks) }))
        .reduce((a, b) => (b.hit < a.hit ? b : a));
      const where = names.length > 1 ? ` (${QUERY_CLASSES[worst.name]})` : '';
      goal(what, `≥ ${wanted} %`, `${percent(worst.hit)} %${where}`, worst.hit * 100 >= wanted);
    };
    hits('в первых пяти: точно и по началу', PLAIN_QUERY_CLASSES, 97);
    hits('в первых пяти: с ошибкой', ['typo', 'typoFirst'], 95);
    hits('в первых пяти: не та раскладка', ['layout'], 97);
  }
  if (spellings) goals.push(spellingGoal(Object.values(spellings)));
  if (typing) {
    const lost = typing.lost.length / Math.max(1, typing.steps);
    goal('пропало при верной букве', '< 1 %', `${percent(lost)} %`, lost < 0.01);
  }
  if (slow4G)
    goal(
      'скрипт поля с Lit',
      '≤ 16 КБ gzip',
      `${kib(slow4G.script)} КБ; потом поиск и прочее — ${kib(slow4G.later)} КБ`,
      slow4G.script <= 16 * 1024,
    );
  return goals;
}

/** The goal for addresses as documents, sites and people write them. */
function spellingGoal(results: ClassResult[]): Goal {
  const ranks = results.flatMap((one) => one.ranks);
  const [first, five] = [hitRate(1, ranks), hitRate(5, ranks)];
  const wrong = sum(results.map(({ wrongHouses }) => wrongHouses));
  return {
    what: 'как пишут: первым, в первых пяти',
    wanted: '≥ 93 %, ≥ 98 %; чужой дом первым — 0',
    measured: `${percent(first)} %, ${percent(five)} %; ${wrong} (запросов ${ranks.length})`,
    met: first >= 0.93 && five >= 0.98 && wrong === 0,
  };
}

/** The goal for the first query of a reader that has nothing yet. */
function coldGoal(cold: ColdQueryCost[]): Goal {
  const bytes = cold.map((one) => one.bytes);
  const requests = cold.map((one) => one.requests);
  // The manifest is one of the requests: it is a round trip like any other.
  const fits = cold.filter((one) => one.bytes <= 24 * 1024 && one.requests <= 3).length / cold.length;
  return {
    what: 'впервые: село + улица + дом',
    wanted: '≤ 24 КБ, ≤ 3 запросов',
    measured:
      `${kib(median(bytes))} КБ, ${number(median(requests))} с манифестом ` +
      `(медиана; уложились ${percent(fits)} %)`,
    met: median(bytes) <= 24 * 1024 && median(requests) <= 3,
  };
}

/** Classes in which we want to be better than every peer. */
const MUST_WIN = new Set<QueryClass>(['typo', 'typoFirst', 'layout']);
/** Classes where several addresses fit equally well, so that the first place is a matter of chance. */
const AMBIGUOUS = new Set<QueryClass>(['streetPrefix', 'prefixes']);

/**
 * Says in what we are better than a peer, and in what we are not, on the queries that both were asked. In classes that are not of
 * `MUST_WIN` an equal share counts as better.
 */
export function compareWithPeer(
  own: BenchResults,
  peer: TaskReport,
): { beaten: string[]; notBeaten: string[] } {
  const verdict: { beaten: string[]; notBeaten: string[] } = { beaten: [], notBeaten: [] };
  const judge = (what: string, isBeaten: boolean) =>
    (isBeaten ? verdict.beaten : verdict.notBeaten).push(what);
  const { classes, cold } = own.own;
  if (peer.bytes) {
    if (peer.bytes.all) judge('весь объём без домов', own.withoutHouses < peer.bytes.all);
    if (cold) judge('объём до первого ответа', median(coldQueryBytes(cold)) < peer.bytes.region);
  }
  if (!peer.classes || !classes) return verdict;
  for (const name of Object.keys(QUERY_CLASSES) as QueryClass[]) {
    const theirs = peer.classes[name].ranks;
    if (theirs.length === 0) continue;
    const ours = classes[name].ranks.slice(0, theirs.length);
    const [a, b] = [hitRate(5, ours) - hitRate(5, theirs), hitRate(1, ours) - hitRate(1, theirs)];
    // Elsewhere nobody may be better: neither among the first five nor, where all was typed, at the first place.
    if (MUST_WIN.has(name)) judge(QUERY_CLASSES[name], a > 0);
    else judge(QUERY_CLASSES[name], a >= 0 && (b >= 0 || AMBIGUOUS.has(name)));
  }
  return verdict;
}

/** Bytes of cold queries of all classes. */
export const coldQueryBytes = (cold: Record<QueryClass, ColdQueryCost[]>) =>
  Object.values(cold).flatMap((ones) => ones.map(({ bytes }) => bytes));

/** Milliseconds of the queries of all classes. */
export const pooledTimes = (classes: Record<QueryClass, ClassResult>) =>
  Object.values(classes).flatMap(({ times }) => times);
