import { IndexReader, type LoadFile } from './index-reader.ts';

/** Before its JSON, a fragment of Pagefind has a mark. */
const FRAGMENT_MARK = 'pagefind_dcd';

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

/**
 * The whole text of a record, from its file of Pagefind, which is compressed. Empty where the browser is too old to unpack it: then a
 * result shows its lead.
 */
export async function loadFragment(folder: URL, name: string): Promise<string> {
  if (!('DecompressionStream' in globalThis)) return '';
  const { body } = await fetchFile(new URL(`fragment/${name}.pf_fragment`, folder));
  if (!body) return '';
  const text = await new Response(body.pipeThrough(new DecompressionStream('gzip'))).text();
  return (JSON.parse(text.slice(FRAGMENT_MARK.length)) as { content: string }).content;
}

/** What is used of Pagefind. https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: { ranking: { pageLength: number; termSaturation: number } }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindData> }[] }>;
}
/** One record that Pagefind has found. */
interface PagefindData {
  raw_url?: string;
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** Loads Pagefind, which searches the full texts. */
export async function loadPagefind(folder: URL): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ new URL('pagefind.js', folder).href)) as Pagefind;
  // A word weighs the same in long and short texts, so that a complete card is not worse. https://pagefind.app/docs/ranking/
  await pagefind.options({ ranking: { pageLength: 0, termSaturation: 2 } });
  return pagefind;
}
