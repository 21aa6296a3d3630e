import { IndexReader, type LoadFile } from './index-reader.ts';

/** The indexes of the page, by their addresses: results and suggestions read the same one. */
const indexes = new Map<string, Promise<IndexReader>>();

/** Opens the index in the folder at an address, once a page; again only if that has failed. Rejects where a file is not there. */
export function openIndex(folder: URL): Promise<IndexReader> {
  const known = indexes.get(folder.href);
  if (known) return known;
  const index = IndexReader.open(filesAt(folder));
  indexes.set(folder.href, index);
  index.catch(() => indexes.delete(folder.href));
  return index;
}

const filesAt =
  (folder: URL): LoadFile =>
  async (name) =>
    (await fetchFile(new URL(name, folder))).json() as Promise<unknown>;

async function fetchFile(address: URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
  return response;
}

/** What a paragraph of a page stands in. */
const PARAGRAPH = 'p, li, dt, dd, th, td, small';
/** What says nothing of the page itself. */
const ASIDE = 'nav, aside, .hidden';

/** The paragraphs of a page of the catalogue, or of the part of it that `#` names. Rejects if the page cannot be loaded. */
export async function loadParagraphs(address: URL): Promise<string[]> {
  const page = new DOMParser().parseFromString(await (await fetchFile(address)).text(), 'text/html');
  const part = page.getElementById(decodeURIComponent(address.hash.slice(1))) ?? page.querySelector('main');
  if (!part) return [];
  const paragraphs = new Map<Element, string>();
  const texts = page.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    const paragraph = parentElement?.closest(PARAGRAPH);
    if (paragraph && !parentElement?.closest(ASIDE))
      paragraphs.set(paragraph, (paragraphs.get(paragraph) ?? '') + (textContent ?? ''));
  }
  return [...paragraphs.values()].map((text) => text.replace(/\s+/gu, ' ').trim());
}
