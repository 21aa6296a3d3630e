/**
 * Makes the search boxes of a page comboboxes with suggestions. What finds them is fetched when a box is used; without script the boxes
 * are plain fields.
 */
for (const input of document.querySelectorAll<HTMLInputElement>('input[type=search]')) {
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  const addSuggestions = () =>
    void import('./search-suggestions.ts').then((module) => {
      module.addSuggestions(input);
    });
  if (input.matches(':focus')) addSuggestions();
  else input.addEventListener('focus', addSuggestions, { once: true });
}
