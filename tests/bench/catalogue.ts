/**
 * `npm run bench:catalogue`: builds the catalogue with 100, 1,000, 3,300 and 10,000 generated cards, and beside each Starlight with
 * the same content. Prints what a build costs, from nothing and after one edited card, and what a citizen's browser has to fetch.
 * `-- --cards 100,1000` names other numbers, `--no-peer` leaves Starlight out.
 */
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { astroEnvironment, siteOriginsFrom } from '../hosts/serve.ts';
import { measureCommand, measureOutput, type Cost } from './catalogue/measure-command.ts';
import { measureSearch, OKNO_SEARCH, STARLIGHT_SEARCH, type SearchPage } from './catalogue/search-bytes.ts';
import { writeStarlight, writeStarlightPage } from './catalogue/starlight.ts';
import { writeGeneratedCards } from './generated-cards.ts';

const FOLDER = resolve('.okno/bench-catalogue');
const PORT = 4561;
const EDITED = 'detskiy-sad.md';

/** One site to build. */
interface Site {
  name: string;
  command: string[];
  env: Record<string, string>;
  /** Where the build goes. */
  out: string;
  /** What is deleted before a build from nothing. */
  caches: string[];
  edit: () => void;
  /** The page that lists all services. */
  list: string;
  search: SearchPage;
}

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '100,1000,3300,10000' },
    'no-peer': { type: 'boolean', default: false },
  },
});

/** Our catalogue with a folder of content. */
function okno(content: string): Site {
  const out = join(FOLDER, 'okno');
  const cache = join(FOLDER, 'cache');
  return {
    name: 'Okno',
    command: ['astro', 'build', '--outDir', out],
    env: { ...astroEnvironment(siteOriginsFrom(PORT)), OKNO_CONTENT: content, OKNO_CACHE: cache },
    out,
    caches: [cache, out],
    edit: () => {
      editCard(join(content, 'services', EDITED));
    },
    list: 'services/index.html',
    search: OKNO_SEARCH,
  };
}

/** Starlight with the same services. */
function starlight(content: string): Site {
  const folder = join(FOLDER, 'starlight');
  const out = join(folder, 'dist');
  writeStarlight(folder, content);
  return {
    name: 'Starlight',
    command: [
      'node',
      resolve('tests/bench/node_modules/astro/bin/astro.mjs'),
      'build',
      ...['--root', folder],
    ],
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    out,
    caches: [join(folder, '.astro'), join(folder, '.cache'), resolve('tests/bench/node_modules/.astro'), out],
    edit: () => {
      const card = join(content, 'services', EDITED);
      editCard(card);
      writeStarlightPage(card, join(folder, 'src/content/docs/services', EDITED));
    },
    list: 'index.html',
    search: STARLIGHT_SEARCH,
  };
}

/** Changes a sentence of a card. */
function editCard(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^(о чём: .*)$/mu, '$1 Исправлено.'));
}

const HEAD = ['карточек', '', 'ЦП, с', 'часы, с', 'МиБ', 'HTML, МБ', 'всего, МБ', 'сжатых, МБ', 'файлов'];
const MORE = ['правка: ЦП', 'часы, с', 'список, КБ', 'поиск, КБ', 'второй, КБ'];
const WIDTH = 12;
const row = (cells: readonly (string | number)[]) => {
  console.log(cells.map((cell) => String(cell).padStart(WIDTH)).join(''));
};
const mega = (bytes: number) => (bytes / 1e6).toFixed(1);
const kilo = (bytes: number) => (bytes / 1024).toFixed(1);
const seconds = ({ cpu, wall }: Cost) => [cpu.toFixed(1), wall.toFixed(1)];

async function measureSite(site: Site, cards: number): Promise<void> {
  for (const cache of site.caches) rmSync(cache, { recursive: true, force: true });
  const build = await measureCommand(site.command, site.env);
  const output = measureOutput(site.out);
  const list = statSync(join(site.out, site.list)).size;
  const search = await measureSearch(site.out, PORT, site.search);
  site.edit();
  const edit = await measureCommand(site.command, site.env);
  row([
    ...[cards, site.name, ...seconds(build), build.memory.toFixed(0)],
    ...[mega(output.html), mega(output.bytes), mega(output.compressed), output.files],
    ...[...seconds(edit), kilo(list), kilo(search.first), kilo(search.second)],
  ]);
}

row([...HEAD, ...MORE]);
for (const cards of values.cards.split(',').map(Number)) {
  const content = join(FOLDER, 'content');
  writeGeneratedCards(content, cards);
  const services = readdirSync(join(content, 'services')).length;
  await measureSite(okno(content), services);
  if (values['no-peer']) continue;
  try {
    await measureSite(starlight(content), services);
  } catch (error) {
    // Of so many cards Astro makes a store that is longer than a string may be.
    row([services, 'Starlight', `не собрался: ${String(error)}`]);
  }
}
