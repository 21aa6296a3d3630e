/**
 * The page `/_gallery/`: the list of all states, and with `?widget=rating-form&state=sent#dark` one state alone in one look.
 * `<html data-reached>` says that the state has been reached, or why not.
 */
import { runSandboxCommand } from '../widgets/page.ts';
import { translate } from './english.ts';
import { LOOKS, type Look } from './looks.ts';
import type { States } from './states.ts';

const [hostPage = ''] = Object.values(
  import.meta.glob<string>('../hosts/ust-primernyj.html', { query: '?raw', import: 'default', eager: true }),
);
const MODULES = import.meta.glob<{ states: States }>('/widgets/*/*states-for-tests.ts');
/** `rating-form`, `forms/file`: by the path of the file with the states. */
const MODULES_BY_NAME = new Map(
  Object.entries(MODULES).map(([path, load]) => [
    path.replace(/^\/widgets\/|[/-]states-for-tests\.ts$/g, ''),
    load,
  ]),
);
const query = new URLSearchParams(location.search);
const [widget, state] = [query.get('widget'), query.get('state')];

if (widget === null || state === null) {
  const { showIndex } = await import('./gallery-index.ts');
  showIndex(await allStates());
} else {
  const reached = await reach(widget, state).catch(String);
  await setLook();
  window.addEventListener('hashchange', () => void setLook());
  document.documentElement.dataset['reached'] = reached;
}

/** The states of every widget, by its folder. */
async function allStates(): Promise<Map<string, States>> {
  const modules = [...MODULES_BY_NAME].map(async ([name, load]) => [name, (await load()).states] as const);
  return new Map(await Promise.all(modules));
}

async function reach(of: string, name: string): Promise<string> {
  await runSandboxCommand({ command: 'fault' });
  localStorage.clear();
  const module = await MODULES_BY_NAME.get(of)?.();
  const way = module?.states[name];
  if (typeof way !== 'function') return way?.impossible ?? 'There is no such state';
  await way();
  return 'yes';
}

/** Changes all around the widget, and its words, to the look that the address says; `<html data-look>` says when it is there. */
async function setLook(): Promise<void> {
  const name = location.hash.slice(1) || 'light';
  const { lang = 'ru', css = '', isHosted }: Partial<Look> = LOOKS[name] ?? {};
  const root = document.documentElement;
  const style = document.querySelector('style') ?? document.head.appendChild(document.createElement('style'));
  const host = isHosted ? (/<style[^>]*>([^]*)<\/style>/.exec(hostPage)?.[1] ?? '') : '';
  // Its canvas said as a colour: rule engines take every page for a white one else.
  style.textContent = `:root { color-scheme: light; background: Canvas } ${css} ${host}`;
  root.lang = lang;
  await translate(document, lang === 'en');
  root.dataset['look'] = name;
}
