import type { Chosen, ServiceFilter } from './filtered-places.ts';

/** What the controls show, and what they do. */
interface Choice {
  filter: ServiceFilter;
  chosen: Chosen;
  /** Is called when an option is chosen; an empty value takes the choice back. */
  choose: (name: string, value: string) => void;
}

/** Makes the selects of the filters, once, or renews what is chosen and the counts behind the options. */
export function showSelects(panel: Element, { filter, chosen, choose }: Choice): void {
  if (!panel.querySelector('select'))
    panel.replaceChildren(...filter.index.filters.map((one) => makeSelect(one, choose)));
  for (const select of panel.querySelectorAll('select')) {
    const counts = filter.counts(chosen, select.name);
    select.value = chosen.get(select.name) ?? '';
    for (const option of select.options)
      if (option.value) option.text = `${option.dataset['title'] ?? ''} (${counts.get(option.value) ?? 0})`;
  }
}

function makeSelect(
  { name, title, noFilterLabel, options }: ServiceFilter['index']['filters'][number],
  choose: Choice['choose'],
): HTMLElement {
  const select = document.createElement('select');
  Object.assign(select, { name, autocomplete: 'off' });
  select.append(new Option(noFilterLabel, ''));
  for (const { value, title: text } of options) {
    const option = new Option(text, value);
    option.dataset['title'] = text;
    select.append(option);
  }
  select.addEventListener('change', () => {
    choose(name, select.value);
  });
  const label = document.createElement('label');
  label.append(title, select);
  return label;
}

/** Shows a button for each chosen option, which takes it back. */
export function showChips(chips: HTMLElement, { filter, chosen, choose }: Choice): void {
  chips.hidden = !chosen.size;
  chips.replaceChildren(
    ...[...chosen].map(([name, value]) => {
      const options = filter.index.filters.find((one) => one.name === name)?.options ?? [];
      const title = options.find((option) => option.value === value)?.title ?? value;
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', className: 'chip', textContent: title });
      button.setAttribute('aria-label', `Снять отбор: ${title}`);
      button.addEventListener('click', () => {
        choose(name, '');
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}
