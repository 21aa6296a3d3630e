/** Adds suggestions to the search boxes of a page, when the first one is used. Until then, and without script, they are plain fields. */
addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'search' || target.role === 'combobox') return;
  void import('./search-suggestions.ts').then(({ addSuggestions }) => {
    addSuggestions(target);
  });
});
