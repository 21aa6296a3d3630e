/** Shows what the address field gives to its form, and what that has cost so far. */

/** The entries of the form's data behind the field's name. */
const NAMES = new Map([
  ['address', 'Строка'],
  ['address.kladr', 'КЛАДР'],
  ['address.okato', 'ОКАТО'],
  ['address.postcode', 'Индекс'],
  ['address.house', 'Дом'],
  ['address.flat', 'Квартира'],
  ['address.manual', 'Записан вручную'],
]);
const form = document.querySelector('form:has(okno-address-field)') as HTMLFormElement;
const field = form.querySelector('okno-address-field') as HTMLElement;
const byId = (id: string) => document.getElementById(id) as HTMLElement;

function showEntries(): void {
  const entries = [...new FormData(form)].flatMap(([key, value]) => {
    const [dt, dd] = [document.createElement('dt'), document.createElement('dd')];
    dt.textContent = NAMES.get(key) ?? key;
    dd.textContent = value === 'true' ? 'да' : (value as string);
    return [dt, dd];
  });
  byId('entries').replaceChildren(...entries);
  byId('no-value').hidden = entries.length > 0;
}

const kilobytes = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });
let files = 0;
let bytes = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
    if (!entry.name.includes('/widgets/addresses/')) continue;
    files++;
    bytes += entry.encodedBodySize;
  }
  byId('files').textContent = String(files);
  byId('bytes').textContent = `${kilobytes.format(bytes / 1024)} КБ`;
}).observe({ type: 'resource', buffered: true });

let typedAt = 0;
const milliseconds = new Intl.NumberFormat('ru', { maximumFractionDigits: 0 });
const listObserver = new MutationObserver((records) => {
  const isList = records.some(({ target }) => target instanceof Element && target.role === 'listbox');
  if (!typedAt || !isList) return;
  byId('time').textContent = `${milliseconds.format(performance.now() - typedAt)} мс`;
  typedAt = 0;
});

for (const event of ['input', 'change']) field.addEventListener(event, showEntries);
field.addEventListener('input', () => {
  typedAt = performance.now();
});
byId('parts').addEventListener('change', ({ target }) => {
  field.setAttribute('mode', (target as HTMLInputElement).checked ? 'parts' : 'line');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
await customElements.whenDefined('okno-address-field');
if (field.shadowRoot)
  listObserver.observe(field.shadowRoot, { subtree: true, childList: true, attributes: true });
