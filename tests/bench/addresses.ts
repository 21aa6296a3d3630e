/**
 * `npm run bench:addresses -- --kladr DIR [--json] [--misses] [--no-peers] [--no-browser]`: the address index on КЛАДР files (with
 * STREET.DBF): building, sizes, how well and how fast it answers what people type, beside the search engines that one would
 * take instead, and in Chromium on a slow connection. Nothing here passes or fails: it measures.
 */
import { parseArgs } from 'node:util';

import { compareWithPeer, goalsOf, sum, type BenchResults } from './addresses/goals.ts';
import { readKladrFiles } from './addresses/read-kladr.ts';
import { PEERS, type PeerName } from './addresses/peers.ts';
import {
  emptyFolder,
  fileSizesByKind,
  runInChild,
  generateQueries,
  linkWithoutHouses,
  writeJson,
  writeRecords,
} from './addresses/run.ts';
import { measureOnSlow4G } from './addresses/slow-4g.ts';
import { printResults, printMisses } from './addresses/tables.ts';

const FOLDER = '.okno/bench-addresses';
/**
 * The regions that are asked where КЛАДР has the whole country: every fifth, Altai (22), the largest (50), Тюменская область (72), and a
 * town that is a region (77).
 */
const QUERY_REGIONS = new Set([
  ...['01', '06', '11', '16', '21', '26', '31', '36', '41', '46', '51', '56', '61', '66', '71', '76'],
  ...['22', '50', '72', '77'],
]);
/** How many queries of each class are asked, and how many addresses are typed letter by letter, in three ways. */
const QUERIES = 200;
const TYPED = 201;

const { values } = parseArgs({
  options: {
    kladr: { type: 'string' },
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: true },
    browser: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
if (!values.kladr) {
  console.error('Не сказано, где файлы КЛАДР: npm run bench:addresses -- --kladr ПАПКА');
  process.exit(1);
}
const progress = (what: string) => {
  console.error(`… ${what}`);
};

/** Prints why a part of the benchmark failed: the others go on. */
const printReason = (error: unknown): undefined => {
  progress(`не вышло: ${String(error)}`);
};

const folder = emptyFolder(FOLDER);
const index = `${folder}/index`;
progress('собираем указатель');
const build = await runInChild({ what: 'build', from: values.kladr, out: index }, 15);
if (!build.built) {
  console.error(`Указатель не собрался: ${build.failed ?? 'причина неизвестна'}.`);
  process.exit(1);
}

progress('составляем запросы');
const kladr = readKladrFiles(values.kladr, QUERY_REGIONS);
const { regions } = kladr;
const isCountry = regions.length > 1;
const askedRegions = isCountry ? regions.filter(({ region }) => QUERY_REGIONS.has(region)) : regions;
const questions = generateQueries(askedRegions, kladr.longTypes, QUERIES, TYPED);
const queries = writeJson(`${folder}/queries.json`, questions);

progress('спрашиваем наш указатель');
const own = { ...build, ...(await runInChild({ what: 'okno', index, queries }, 30)) };

const peers: BenchResults['peers'] = {};
let bytesWithoutHouses = NaN;
if (values.peers) {
  progress('собираем указатель без домов, для сравнения');
  const lean = `${folder}/without-houses`;
  await runInChild({ what: 'build', from: linkWithoutHouses(values.kladr, `${folder}/from`), out: lean }, 15);
  bytesWithoutHouses = sum(Object.values(fileSizesByKind(lean)).flat());
  const records = await writeRecords(`${folder}/records.tsv`, kladr);
  const few = await writeRecords(`${folder}/few.tsv`, { ...kladr, regions: askedRegions });
  for (const name of Object.keys(PEERS) as PeerName[]) {
    progress(name);
    const task = { what: 'peer', name, queries, folder, seconds: isCountry ? 90 : 60 } as const;
    const all = await runInChild({ ...task, records }, 30);
    if (all.classes || !isCountry) peers[name] = all;
    else {
      // An engine that cannot hold the country is asked about a part of it.
      const { bytes, ...rest } = await runInChild({ ...task, records: few }, 30);
      const failed = `вся страна: ${all.failed}; спрошены ${askedRegions.length} регионов из ${regions.length}`;
      peers[name] = { ...rest, failed, ...(bytes && { bytes: { ...bytes, all: undefined } }) };
    }
  }
}
if (values.browser) progress('Chromium на медленной связи');
const slow4G = values.browser ? await measureOnSlow4G(index).catch(printReason) : undefined;

const total = (of: (region: (typeof regions)[number]) => unknown[]) =>
  regions.reduce((sum, region) => sum + of(region).length, 0);
const everything: BenchResults = {
  kladr: {
    regions: regions.length,
    places: total(({ localities }) => localities),
    streets: total(({ streets }) => streets),
    former: total(({ former }) => former),
    houseRows: kladr.houseRows,
  },
  own,
  files: fileSizesByKind(index),
  withoutHouses: bytesWithoutHouses,
  peers,
  slow4G,
};
if (values.json) {
  const verdicts = Object.entries(peers).map(([name, peer]) => [name, compareWithPeer(everything, peer)]);
  const verdict = Object.fromEntries(verdicts) as Record<string, unknown>;
  console.log(JSON.stringify({ ...everything, goals: goalsOf(everything), against: verdict }));
} else {
  if (values.misses) printMisses(everything, questions);
  printResults(everything);
}
emptyFolder(folder);
