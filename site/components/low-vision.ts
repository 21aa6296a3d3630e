/**
 * The script of «Версия для слабовидящих» (`LowVision.astro`). What is chosen stands as words in one attribute of the page,
 * `data-okno-low-vision="size-150 colours-blue …"`: the style sheets go by it (`styles/low-vision.css`), and the widgets follow the page by
 * it (`widgets/styles/page-looks.ts`). `public/low-vision.js` sets it on the next page before the first paint.
 */
const KEY = 'low-vision';
const root = document.documentElement;
const form = document.querySelector<HTMLFormElement>('[data-low-vision=form]');
const [onButton, offButton] = ['on', 'off'].map((name) =>
  document.querySelector<HTMLElement>(`[data-low-vision=${name}]`),
);

/** Shows the page as the words say, and keeps them for the next one. Without words the page is as for everybody. */
function show(words: string): void {
  if (words) root.dataset['oknoLowVision'] = words;
  else delete root.dataset['oknoLowVision'];
  try {
    if (words) localStorage.setItem(KEY, words);
    else localStorage.removeItem(KEY);
  } catch {
    // The browser keeps nothing.
  }
}

/** The words of what is marked in the form. */
const marked = (of: HTMLFormElement) => [...new FormData(of).values()].map(String).join(' ');

const words = root.dataset['oknoLowVision']?.split(' ') ?? [];
for (const input of form?.querySelectorAll('input') ?? [])
  if (words.includes(input.value)) input.checked = true;
form?.addEventListener('change', () => {
  show(marked(form));
});
onButton?.addEventListener('click', () => {
  if (form) show(marked(form));
  const settings = form?.querySelector('details');
  if (settings) settings.open = true;
  settings?.querySelector('summary')?.focus();
});
offButton?.addEventListener('click', () => {
  show('');
  onButton?.focus();
});
