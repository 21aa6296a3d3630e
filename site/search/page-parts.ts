/** The parts of the search page (`SearchForm.astro`, `SearchResults.astro`), by their `data-search`. */

/** The element with `data-search="name"`. Throws if the page has none. */
function part<E extends HTMLElement>(name: string, type: new () => E): E {
  const element = document.querySelector(`[data-search="${name}"]`);
  if (!(element instanceof type)) throw new Error(`the search page has no ${name}`);
  return element;
}

/** All parts of the page. */
export const findParts = () => {
  const form = part('form', HTMLFormElement);
  return {
    form,
    queryInput: part('query', HTMLInputElement),
    selects: [...form.querySelectorAll('select')],
    statusLine: part('status', HTMLElement),
    noteLine: part('note', HTMLElement),
    absentNotice: part('absent', HTMLElement),
    otherWords: part('other-words', HTMLElement),
    trackerLink: part('tracker', HTMLAnchorElement),
    resultList: part('results', HTMLOListElement),
    resultTemplate: part('result', HTMLTemplateElement),
    moreButton: part('more', HTMLButtonElement),
    fullTextButton: part('full-text', HTMLButtonElement),
    failureNotice: part('failure', HTMLElement),
  };
};
