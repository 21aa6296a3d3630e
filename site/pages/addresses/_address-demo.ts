/** Shows what the address field gives to its form, how many files and bytes it has loaded, and how fast it answers. */

/** Labels of the entries that the field adds to the form's data, by their keys. */
const ENTRY_LABELS = new Map([
  ['address', 'Строка'],
  ['address.kladr', 'КЛАДР'],
  ['address.fias', 'GUID в ГАР'],
  ['address.okato', 'ОКАТО'],
  ['address.oktmo', 'ОКТМО'],
  ['address.postcode', 'Индекс'],
  ['address.house', 'Дом'],
  ['address.flat', 'Квартира'],
  ['address.manual', 'Записан вручную'],
]);
const form = document.querySelector('form:has(okno-address-field)') as HTMLFormElement;
const field = form.querySelector('okno-address-field') as HTMLElement;
const byId = (id: string) => document.getElementById(id) as HTMLElement;

/** Lists what the field adds to the data of the form now. */
function showEntries(): void {
  const entries = [...new FormData(form)].flatMap(([key, value]) => {
    const [dt, dd] = [document.createElement('dt'), document.createElement('dd')];
    dt.textContent = ENTRY_LABELS.get(key) ?? key;
    dd.textContent = value === 'true' ? 'да' : (value as string);
    return [dt, dd];
  });
  byId('entries').replaceChildren(...entries);
  byId('no-value').hidden = entries.length > 0;
}

const kilobyteFormat = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });
let fileCount = 0;
let byteCount = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
    if (!entry.name.includes('/widgets/addresses/')) continue;
    fileCount++;
    byteCount += entry.encodedBodySize;
  }
  byId('files').textContent = String(fileCount);
  byId('bytes').textContent = `${kilobyteFormat.format(byteCount / 1024)} КБ`;
}).observe({ type: 'resource', buffered: true });

/** When the citizen typed last, in milliseconds; 0 once the list of suggestions has answered. */
let lastInputAt = 0;
const millisecondFormat = new Intl.NumberFormat('ru', { maximumFractionDigits: 0 });
/** Measures the time from the last input to the list of suggestions. */
const listObserver = new MutationObserver((records) => {
  const isList = records.some(({ target }) => target instanceof Element && target.role === 'listbox');
  if (!lastInputAt || !isList) return;
  byId('time').textContent = `${millisecondFormat.format(performance.now() - lastInputAt)} мс`;
  lastInputAt = 0;
});

for (const event of ['input', 'change']) field.addEventListener(event, showEntries);
field.addEventListener('input', () => {
  lastInputAt = performance.now();
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
