/**
 * The script of a card's tabs. Styles alone show the tab of the address (`card.css`); this says to screen readers which one it is.
 * Old addresses of tabs end here too: `/services/detskiy-sad/documents/`.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('#card a[data-tab]')];

/** Marks the tab that the address asks for, or that has the section it asks for; the first one by default. */
function markCurrentTab(): void {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const current = target?.closest('.tab')?.id ?? links[0]?.dataset['tab'];
  for (const link of links) {
    if (link.dataset['tab'] === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

window.addEventListener('hashchange', markCurrentTab);
markCurrentTab();
