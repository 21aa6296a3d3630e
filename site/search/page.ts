import { counted } from '../catalogue/wording.ts';
import { find, type Engine, type Found } from './find.ts';
import { resultOf, showCounts } from './result.ts';

/** The search page at work: the form and the address bar in, results out. Nothing leaves the browser but requests for files. */

const AT_ONCE = 10;
/** Weigh words alike in long and short texts: a card is not worse for being complete. */
const RANKING = { pageLength: 0, termSaturation: 2, metaWeights: { title: 1 } };

interface Pagefind extends Engine {
  options(options: { ranking: typeof RANKING }): Promise<void>;
}

const INDEX = '/search/index/';
let index: Promise<[Engine, string[]]> | undefined;
const load = () => (index ??= Promise.all([loadEngine(), loadWords()]));

async function loadEngine(): Promise<Engine> {
  const pagefind = (await import(/* @vite-ignore */ `${INDEX}pagefind.js`)) as Pagefind;
  await pagefind.options({ ranking: RANKING });
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
    if (question !== asked) return;
    found = answer;
    clear();
    show(answer, query);
    await showMore(question);
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

async function showMore(question = asked): Promise<void> {
  const { hits = [], words = [] } = found ?? {};
  const shown = list.children.length;
  const next = await Promise.all(
    hits.slice(shown, shown + AT_ONCE).map((hit) => resultOf(template, hit, words)),
  );
  if (question !== asked) return;
  list.append(...next);
  more.hidden = list.children.length >= hits.length;
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
more.addEventListener('click', () => {
  const first = list.children.length;
  void showMore().then(() => list.children[first]?.querySelector('a')?.focus());
});
addEventListener('popstate', recall);
recall();
