/** The script of the notice that the content is a demonstration: once closed, it stays closed until the browser is. */
const KEY = 'okno-demo-notice';
const notice = document.querySelector<HTMLElement>('[data-demo-notice]');

if (notice) {
  try {
    notice.hidden = sessionStorage.getItem(KEY) === 'closed';
  } catch {
    // Storage is forbidden here: the notice comes back on the next page.
  }
  notice.querySelector('[data-close]')?.addEventListener('click', () => {
    notice.hidden = true;
    document.getElementById('main')?.focus({ preventScroll: true });
    try {
      sessionStorage.setItem(KEY, 'closed');
    } catch {
      // The same.
    }
  });
}
