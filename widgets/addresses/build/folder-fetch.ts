import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A `fetch` for `openAddresses` that reads an index from a folder: no web server is needed in Node. */
export const folderFetch =
  (folder: string): typeof fetch =>
  async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    try {
      return new Response(await readFile(join(folder, basename(url.pathname))));
    } catch (cause) {
      return new Response(String(cause), { status: 404 });
    }
  };
