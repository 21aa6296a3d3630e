import { counted } from '../catalogue/wording.ts';
import { find, type Counts, type Engine, type Found } from './find.ts';
import { resultOf, showCounts } from './result.ts';

/** The search page at work: the form and the address bar in, results out. Nothing leaves the browser but requests for files. */

const AT_ONCE = 10;
/** Weigh words alike in long and short texts: a card is not worse for being complete. */
const RANKING = { pageLength: 0, termSaturation: 2, metaWeights: { title: 1 } };

interface Pagefind extends Engine {
  options(options: { ranking: typeof RANKING }): Promise<void>;
  filters(): Promise<Counts>;
}

const INDEX = '/search/index/';
let index: Promise<[Engine, string[]]> | undefined;
const load = () => (index ??= Promise.all([loadEngine(), loadWords()]));

async function loadEngine(): Promise<Engine> {
  const pagefind = (await import(/* @vite-ignore */ `${INDEX}pagefind.js`)) as Pagefind;
  await pagefind.options({ ranking: RANKING });
  // Counts are given for filters only that are there already.
  await pagefind.filters();
  return pagefind;
}

async function loadWords(): Promise<string[]> {
  const answer = await fetch(`${INDEX}words.json`);
  if (!answer.ok) throw new Error(`words.json: ${answer.status}`);
  return (await answer.json()) as string[];
}

function part<E extends HTMLElement>(name: string, type: new () => E): E {
  const element = document.querySelector(`[data-search="${name}"]`);
  if (!(element instanceof type)) throw new Error(`the search page has no ${name}`);
  return element;
}

const form = part('form', HTMLFormElement);
const input = part('query', HTMLInputElement);
const list = part('results', HTMLOListElement);
const status = part('status', HTMLElement);
const note = part('note', HTMLElement);
const nothing = part('nothing', HTMLElement);
const failure = part('failure', HTMLElement);
const more = part('more', HTMLButtonElement);
const template = part('result', HTMLTemplateElement);
const selects = [...form.querySelectorAll('select')];

let found: Found | undefined;
let asked = 0;

/** Reads the form, searches, shows. An answer that comes after a later question is dropped. */
async function search(): Promise<void> {
  const question = ++asked;
  const query = input.value.trim();
  const filters = Object.fromEntries(
    selects.filter(({ value }) => value).map(({ name, value }) => [name, value]),
  );
  document.title = document.title.replace(/^.*?(?=Поиск)/, query ? `${query} — ` : '');
  if (!query && !Object.keys(filters).length) {
    clear();
    return;
  }
  try {
    const [engine, words] = await load();
    const answer = await find(engine, words, query, filters);
    const first = await resultsOf(answer, 0);
    if (question !== asked) return;
    found = answer;
    clear();
    append(first);
    show(answer, query);
  } catch (error) {
    console.error(error);
    index = undefined;
    clear();
    failure.hidden = false;
  }
}

function clear(): void {
  list.replaceChildren();
  for (const element of [note, nothing, failure, more]) element.hidden = true;
  status.textContent = '';
}

function show({ hits, counts, repaired, partial }: Found, query: string): void {
  nothing.hidden = hits.length > 0;
  note.hidden = repaired === undefined && !partial;
  note.textContent = [
    repaired !== undefined && `Похоже, клавиатура была английской. Искали «${repaired}».`,
    partial && 'Всех слов сразу нет нигде. Показываем, где есть хотя бы одно.',
  ]
    .filter(Boolean)
    .join(' ');
  status.textContent = hits.length
    ? `Найдено: ${counted(hits.length, ['результат', 'результата', 'результатов'])}${query && ` по запросу «${query}»`}`
    : 'Ничего не найдено';
  if (counts) showCounts(selects, counts);
}

const resultsOf = ({ hits, words }: Found, from: number) =>
  Promise.all(hits.slice(from, from + AT_ONCE).map((hit) => resultOf(template, hit, words)));

function append(results: readonly DocumentFragment[]): void {
  list.append(...results);
  more.hidden = list.children.length >= (found?.hits.length ?? 0);
}

/** Shows the next results, and leads to the first of them. */
async function showMore(): Promise<void> {
  const [answer, from] = [found, list.children.length];
  if (!answer) return;
  const next = await resultsOf(answer, from);
  if (answer !== found) return;
  append(next);
  list.children[from]?.querySelector('a')?.focus();
}

/** The address bar holds the whole question, so that it can be sent and kept. */
function remember(method: 'pushState' | 'replaceState'): void {
  const data = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  history[method](null, '', `?${new URLSearchParams(data)}`);
}

function recall(): void {
  const address = new URLSearchParams(location.search);
  input.value = address.get('q') ?? '';
  for (const select of selects) {
    const value = address.get(select.name) ?? '';
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
  }
  void search();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  remember('pushState');
  void search();
});
for (const select of selects) {
  select.addEventListener('change', () => {
    remember('replaceState');
    void search();
  });
}
input.addEventListener('focus', () => void load().catch(() => (index = undefined)), { once: true });
more.addEventListener('click', () => void showMore());
addEventListener('popstate', recall);
recall();
