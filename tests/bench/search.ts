/**
 * `npm run bench:search`: what real queries find, at 31, 3,300 and 10,000 cards, in our search and in plain Pagefind. Queries are those of
 * `content/search/queries.yaml` that are set aside; `-- --seen` takes the others, and names what they miss. `-- --cards 31,3300` takes
 * other sizes, `-- --only-ours` leaves Pagefind out. Indexes are kept in `.okno/bench-search`; `-- --fresh` makes them anew.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import type { ExpectedQuery } from '../../site/catalogue/search.ts';
import { searchFiles } from '../../site/integrations/search-index.ts';
import { readSearchable } from '../../site/search/all-records.ts';
import { readSettlements } from '../../widgets/addresses/build/settlements.ts';
import { writeGeneratedCards } from './generated-cards.ts';
import {
  openCatalogue,
  openPagefind,
  sentBytes,
  servePagefind,
  type Answer,
  type Engine,
} from './search/engines.ts';
import { addressOf, readQueries, withSlip } from './search/queries.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '31,3300,10000' },
    seen: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    'only-ours': { type: 'boolean', default: false },
  },
});
const FOLDER = '.okno/bench-search';
/** What issue 16 asks for. */
const GOALS =
  'цели: первым ≥ 90 %, в первых трёх ≥ 97 %, с опиской ≥ 97 %, «нет» ≥ 90 %, первый поиск ≤ 150 КБ';

/** Makes the index of a catalogue with so many cards, unless it is there. */
async function makeIndex(cards: number): Promise<string> {
  const folder = join(FOLDER, String(cards));
  if (values.fresh) rmSync(folder, { recursive: true, force: true });
  if (existsSync(join(folder, 'start.json'))) return folder;
  const content = join(FOLDER, `content-${cards}`);
  writeGeneratedCards(content, cards);
  const settlements = await readSettlements('content/addresses');
  for (const [name, text] of await searchFiles(readSearchable(settlements, content))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  rmSync(content, { recursive: true });
  return folder;
}

/** The place of the expected page among the results, from 1; `Infinity` if it is not there. */
const placeIn = ({ urls }: Answer, address: string): number => urls.indexOf(address) + 1 || Infinity;

/** Runs all queries on one engine, and prints a line. */
async function measure(
  name: string,
  queries: readonly ExpectedQuery[],
  open: () => Promise<Engine>,
): Promise<void> {
  const present = queries.filter(({ isAbsent }) => !isAbsent);
  const engine = await open();
  const places: number[] = [];
  let [slips, slipsFound, falselyAbsent, milliseconds] = [0, 0, 0, 0];
  for (const expected of present) {
    const address = addressOf(expected);
    const begin = performance.now();
    const found = await engine.search(expected.query);
    const place = placeIn(found, address);
    milliseconds += performance.now() - begin;
    places.push(place);
    if (found.isAbsent) falselyAbsent++;
    if (values.seen && found.isAbsent) console.log(`    зря «нет»: ${expected.query}`);
    if (values.seen && place > 1) console.log(`    ${expected.query} → ${address}: ${place}`);
    const mistyped = place <= 3 && !found.isRepaired ? withSlip(expected.query) : undefined;
    if (!mistyped) continue;
    slips++;
    const isFound = placeIn(await engine.search(mistyped), address) <= 3;
    if (isFound) slipsFound++;
    else if (values.seen) console.log(`    ${mistyped} (${expected.query})`);
  }
  const absent = queries.filter(({ isAbsent }) => isAbsent);
  const answers = await Promise.all(
    absent.map(async ({ query }) => ({ query, ...(await engine.search(query)) })),
  );
  if (values.seen)
    for (const { query, isAbsent, urls } of answers)
      if (!isAbsent) console.log(`    нет в каталоге: ${query}, а нашлось ${urls[0]}`);
  const firstBytes: number[] = [];
  for (const { query } of present) {
    const fresh = await open();
    await fresh.search(query);
    firstBytes.push(fresh.bytes());
  }
  firstBytes.sort((a, b) => a - b);
  const share = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;
  console.log(
    [
      name.padEnd(16),
      `первым ${share(places.filter((place) => place === 1).length, present.length)}`,
      `в трёх ${share(places.filter((place) => place <= 3).length, present.length)}`,
      `с опиской ${share(slipsFound, slips)} из ${slips}`,
      `«нет» верно ${answers.filter(({ isAbsent }) => isAbsent).length} из ${absent.length}, зря ${share(falselyAbsent, present.length)}`,
      `первый поиск, байт: обычно ${firstBytes[firstBytes.length >> 1]}, больше всего ${firstBytes.at(-1)}`,
      `${(milliseconds / present.length).toFixed(1)} мс`,
    ].join(' · '),
  );
}

const queries = readQueries();
const chosen = values.seen ? queries.seen : queries.unseen;
console.log(
  `Запросов: ${chosen.length} (${values.seen ? 'по ним настраивают' : 'отложенная треть'}); ${GOALS}`,
);
for (const cards of values.cards.split(',').map(Number)) {
  const folder = await makeIndex(cards);
  console.log(`${cards} карточек`);
  await measure('  каталог', chosen, () => openCatalogue(folder));
  if (values['only-ours']) continue;
  const server = await servePagefind(folder);
  await measure('  Pagefind', chosen, () => openPagefind(folder, server));
  console.log(`  и pagefind.js: ${sentBytes(join(folder, 'pagefind.js'))} байт`);
  server.close();
}
