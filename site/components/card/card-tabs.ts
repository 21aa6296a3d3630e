/**
 * The script of a card's tabs. Styles alone show the tab of the address (`card.css`); this says to screen readers which one it is, and
 * lists its sections beside the text.
 */
const links = [...document.querySelectorAll<HTMLAnchorElement>('#card a')];
const tabOf = (link: HTMLAnchorElement | undefined) => link?.hash.slice(1);
const contents = document.querySelector<HTMLElement>('.contents');

/** Marks the tab that the address asks for, or that has the section it asks for; the first one by default. */
function markCurrentTab(): void {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const current = target?.closest('.tab')?.id ?? tabOf(links[0]);
  for (const link of links) {
    if (tabOf(link) === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  listSections(current ?? '');
}

/** Lists the sections of a tab, by their headings. */
function listSections(tab: string): void {
  const [title, list] = [document.createElement('p'), document.createElement('ul')];
  title.textContent = links.find((link) => tabOf(link) === tab)?.textContent ?? '';
  for (const heading of document.querySelectorAll(`#${tab} > section[id] > h2`)) {
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    link.href = `#${heading.parentElement?.id ?? ''}`;
    link.textContent = heading.textContent;
    item.append(link);
    list.append(item);
  }
  contents?.replaceChildren(title, list);
  if (contents) contents.hidden = false;
}

window.addEventListener('hashchange', markCurrentTab);
markCurrentTab();
