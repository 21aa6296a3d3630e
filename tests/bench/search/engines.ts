/** The search of the catalogue, and plain Pagefind over the same records, as a browser would run them; bytes are counted as sent. */
import { createServer } from 'node:http';
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { IndexReader } from '../../../site/search/index-reader.ts';
import { searchCatalogue } from '../../../site/search/search-catalogue.ts';

/** What a search gives. */
export interface Answer {
  /** Addresses, best first, at least three if there are so many. */
  urls: string[];
  isAbsent: boolean;
  /** Whether the query was searched otherwise than typed. */
  isRepaired: boolean;
}
/** An engine with an empty cache. */
export interface Engine {
  search(query: string): Promise<Answer>;
  /** Bytes that it has loaded, without its own code. */
  bytes(): number;
}

const FIRST_PAGE = 10;
const sizes = new Map<string, number>();

/** Bytes of a file as a server sends it: with Brotli, unless it is compressed by itself. */
export function sentBytes(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const content = readFileSync(file);
  const size = /\.(?:json|js)$/.test(file) ? brotliCompressSync(content).length : content.length;
  sizes.set(file, size);
  return size;
}

/** The search of the catalogue. The first page of results is loaded, too. */
export async function openCatalogue(folder: string): Promise<Engine> {
  let bytes = 0;
  const index = await IndexReader.open((name) => {
    const file = join(folder, name);
    bytes += sentBytes(file);
    return Promise.resolve(JSON.parse(readFileSync(file, 'utf8')) as unknown);
  });
  return {
    search: async (query) => {
      const { hits, isAbsent, caseNumber, repairedQuery } = await searchCatalogue(index, query);
      if (caseNumber) return { urls: [`/status/#${caseNumber}`], isAbsent: false, isRepaired: false };
      const shown = await Promise.all(hits.slice(0, FIRST_PAGE).map(({ record }) => index.record(record)));
      return { urls: shown.map(({ url }) => url), isAbsent, isRepaired: repairedQuery !== undefined };
    },
    bytes: () => bytes,
  };
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Serves files, and counts what it sends. */
export async function servePagefind(folder: string) {
  const counter = { bytes: 0 };
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (!existsSync(file)) return response.writeHead(404).end();
    counter.bytes += sentBytes(file);
    return response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  return { counter, base: `http://localhost:${port}/`, close: () => server.close() };
}

let instance = 0;
/** Plain Pagefind, with its own settings. */
export async function openPagefind(
  folder: string,
  { counter, base }: Awaited<ReturnType<typeof servePagefind>>,
): Promise<Engine> {
  // It asks the page for its language.
  (globalThis as { document?: unknown }).document ??= {
    querySelector: () => ({ getAttribute: () => 'ru' }),
    currentScript: null,
  };
  const module = `${pathToFileURL(join(folder, 'pagefind.js')).href}?${++instance}`;
  const pagefind = (await import(module)) as Pagefind;
  const before = counter.bytes;
  await pagefind.options({ basePath: base, baseUrl: '/', noWorker: true });
  await pagefind.init();
  return {
    search: async (query) => {
      const { results } = await pagefind.search(query);
      const shown = await Promise.all(results.slice(0, FIRST_PAGE).map((result) => result.data()));
      return { urls: shown.map(({ url }) => url), isAbsent: results.length === 0, isRepaired: false };
    },
    bytes: () => counter.bytes - before,
  };
}
