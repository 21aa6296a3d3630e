import { servicesCounted } from '../catalogue/wording.ts';

/** Live counts, «Найдено N услуг», the address bar and reset for the filters that work by style alone. */

const form = document.querySelector<HTMLFormElement>('.catalogue form');
const found = document.querySelector<HTMLElement>('[data-found]');
const nothing = document.querySelector<HTMLElement>('[data-nothing]');
const items = [...document.querySelectorAll<HTMLElement>('.services > li')];

if (form && found && nothing) {
  const selects = [...form.querySelectorAll('select')];

  const fits = (item: HTMLElement, name: string, value: string) =>
    !value || (item.getAttribute(`data-${name}`) ?? '').split(' ').includes(value);
  const left = (except?: HTMLSelectElement) =>
    items.filter((item) =>
      selects.every((select) => select === except || fits(item, select.name, select.value)),
    );

  const show = () => {
    for (const select of selects) {
      const others = left(select);
      for (const option of select.options) {
        const { title } = option.dataset;
        if (title)
          option.text = `${title} (${others.filter((item) => fits(item, select.name, option.value)).length})`;
      }
    }
    const { length } = left();
    found.textContent = `Найдено: ${servicesCounted(length)}`;
    nothing.hidden = length > 0;
  };

  const remember = () => {
    const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  };

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.addEventListener('change', () => {
    show();
    remember();
  });
  // The browser would empty the controls only after the event.
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const select of selects) select.value = '';
    show();
    remember();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  show();
}
