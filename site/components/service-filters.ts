import { servicesInWords } from '../catalogue/wording.ts';

/**
 * The script of the list of services. Its filters work by style alone (`catalogue/filters.ts`); this adds live counts, «Найдено:
 * 31 услуга», the address bar and reset. Does nothing on a page without the list.
 */

const form = document.querySelector<HTMLFormElement>('.catalogue form');
const countOutput = document.querySelector<HTMLElement>('[data-found]');
const emptyNotice = document.querySelector<HTMLElement>('[data-nothing]');
const items = [...document.querySelectorAll<HTMLElement>('.services > li')];

if (form && countOutput && emptyNotice) {
  const selects = [...form.querySelectorAll('select')];

  /**
   * Whether a service has a value of a filter: `data-agency="mincifry mfc"` has `mfc`. An empty value means no filter: every
   * service has it.
   */
  const hasValue = (item: HTMLElement, name: string, value: string) =>
    !value || (item.getAttribute(`data-${name}`) ?? '').split(' ').includes(value);
  /** The services that fit all filters, or all filters except one. */
  const matchingItems = (except?: HTMLSelectElement) =>
    items.filter((item) =>
      selects.every((select) => select === except || hasValue(item, select.name, select.value)),
    );

  /** Writes behind each option how many services it would leave, and how many services fit now. */
  const showCounts = () => {
    for (const select of selects) {
      const itemsOfOtherFilters = matchingItems(select);
      for (const option of select.options) {
        const { title } = option.dataset;
        if (title)
          option.text = `${title} (${itemsOfOtherFilters.filter((item) => hasValue(item, select.name, option.value)).length})`;
      }
    }
    const { length } = matchingItems();
    countOutput.textContent = `Найдено: ${servicesInWords(length)}`;
    emptyNotice.hidden = length > 0;
  };

  /** Writes the chosen options into the address bar: `?level=federal`. */
  const saveToAddressBar = () => {
    const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  };

  const searchParams = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = searchParams.get(select.name) ?? '';
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.addEventListener('change', () => {
    showCounts();
    saveToAddressBar();
  });
  // The browser would empty the controls only after the event.
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const select of selects) select.value = '';
    showCounts();
    saveToAddressBar();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  showCounts();
}
