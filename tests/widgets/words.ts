/** The texts that each word of a set has given so far, by the path of the word: `notices.offline`. */
export type Watched = Map<string, Set<string>>;

/**
 * Records from now on which texts the words of a set give: a text at once, a function whenever it is called. Replaces the functions
 * of the set. Looks into objects and lists. Sets that are watched into one map share their words: a word of a first paint is in two.
 *
 * @example
 * watchWords(ru).get('notices.restored') // Set { 'Мы сохранили то, что вы отметили раньше. …' }
 */
export function watchWords(words: object, path = '', watched: Watched = new Map()): Watched {
  for (const [key, word] of Object.entries(words) as [string, unknown][]) {
    const name = path + key;
    const said = watched.get(name) ?? new Set<string>();
    if (typeof word === 'object' && word) watchWords(word, `${name}.`, watched);
    else watched.set(name, said);
    if (typeof word === 'string') said.add(word);
    if (typeof word === 'function')
      Object.assign(words, {
        [key]: (...values: unknown[]) => {
          const text: unknown = Reflect.apply(word, words, values);
          said.add(String(text));
          return text;
        },
      });
  }
  return watched;
}

/** The paths of the words of which no text is among `texts`. */
export const unseenWords = (watched: Watched, texts: readonly string[]): string[] => {
  const all = texts.join('\n');
  return [...watched].flatMap(([path, said]) =>
    [...said].some((text) => all.includes(flat(text))) ? [] : [path],
  );
};

/** All texts of an element for the eye and for the ear, with those of the elements inside it: one a line. */
export function textOf(element: Element | ShadowRoot): string {
  const inner = [...element.querySelectorAll('*')];
  const own = flat(element.textContent);
  const named = inner.flatMap((one) => one.getAttribute('aria-label') ?? []);
  const nested = inner.flatMap((one) => (one.shadowRoot ? textOf(one.shadowRoot) : []));
  const shadow = element instanceof Element && element.shadowRoot ? [textOf(element.shadowRoot)] : [];
  return [own, ...named, ...nested, ...shadow].join('\n');
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
