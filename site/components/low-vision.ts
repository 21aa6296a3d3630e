/**
 * The script of «Версия для слабовидящих» (ГОСТ Р 52872-2019). What is chosen stands as words in one attribute of the page,
 * `data-okno-low-vision="size-150 colours-blue …"`: the style sheets go by it (`styles/low-vision.css`), and the widgets follow the page by
 * it (`widgets/styles/page-looks.ts`). `public/low-vision.js` sets it on the next page before the first paint. The form to choose by is
 * fetched where the version is on: most readers never need it.
 */
const KEY = 'low-vision';
/** What is chosen until something else is. */
const FIRST = 'size-150 spacing-normal colours-white pictures';
const root = document.documentElement;
const bar = document.querySelector<HTMLElement>('[data-low-vision=form]');
const onButton = document.querySelector<HTMLElement>('[data-low-vision=on]');

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

/** Fills the bar with the form, as far as it is not there yet. */
async function fillBar(chosen: string): Promise<void> {
  if (!bar) return;
  const { lowVisionForm } = await import('./low-vision-form.ts');
  lowVisionForm(bar, {
    chosen,
    choose: show,
    leave: () => {
      show('');
      onButton?.focus();
    },
  });
}

const words = root.dataset['oknoLowVision'];
if (words) void fillBar(words);
onButton?.addEventListener('click', () => {
  show(FIRST);
  void fillBar(FIRST).then(() => {
    const settings = bar?.querySelector('details');
    if (settings) settings.open = true;
    settings?.querySelector('summary')?.focus();
  });
});
