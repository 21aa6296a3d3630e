/**
 * Questions about natives that libraries of the page replace, each with a known answer: true where it is right. They ask for what the
 * widgets and their libraries use. Whatever is no browser's own `fetch` is wrong: it may give half a response, and it reads along.
 * `letter` is always «я»: a minifier would work out what is made of constants alone.
 */
const QUESTIONS: Record<string, (letter: string) => unknown> = {
  'Object.prototype': () => {
    for (const name in {}) return !name;
    return true;
  },
  // Lit gives a listener as the options of `addEventListener` too: with Sugar's `once` it would be called once.
  'Function.prototype': () => !['once', 'passive', 'capture', 'signal'].some((name) => name in brokenNatives),
  JSON: (letter) => JSON.stringify(JSON.parse(`{"a":["${letter}",{}]}`)) === '{"a":["я",{}]}',
  Object: (letter) => Object.values(Object.fromEntries(Object.entries({ [letter]: letter })))[0] === letter,
  'Array.from': (letter) => Array.from(new Set(letter), () => letter)[0] === letter,
  'Array.prototype': (letter) =>
    [...[letter].entries()]
      .flatMap(([i, own]) => [i, own])
      .filter(String)
      .reduce((sum, own) => `${sum}${own}`, '') === '0я' && [letter].find(Boolean) === letter,
  // A polyfill for browsers without shadow roots, forced upon one that has them.
  ShadyDOM: () => !('ShadyDOM' in window && (window.ShadyDOM as { inUse?: boolean }).inUse),
  Promise: () => `${typeof Promise.all}${typeof Promise.race}` === 'functionfunction',
  Date: () => Date.parse('Thu, 01 Jan 1970 00:00:01 GMT') === 1e3 && Date.now() > 17e11,
  Event: (letter) => new Event(letter).type === letter,
  fetch: () =>
    // oxlint-disable-next-line typescript/unbound-method -- only its text is read
    [fetch, XMLHttpRequest.prototype.send].every((method) =>
      Function.prototype.toString.call(method).includes('native code'),
    ) && 'arrayBuffer' in Response.prototype,
};

/** Names of natives that do not answer as the browser's own ones do: `['Array.from', 'fetch']`; empty on a clean page. */
export const brokenNatives = (): readonly string[] =>
  Object.keys(QUESTIONS).filter((name) => {
    try {
      return !QUESTIONS[name]?.('я');
    } catch {
      return true;
    }
  });

/** Key in `sessionStorage`: a library of the page has broken natives in this tab after the widgets had started. */
export const BROKEN_LATE = 'okno-broken-late';

/** Whether that has happened on an earlier load of the page. */
export function wasBrokenLate(): boolean {
  try {
    return sessionStorage.getItem(BROKEN_LATE) !== null;
  } catch {
    return false;
  }
}
