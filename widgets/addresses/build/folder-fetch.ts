import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Makes a `fetch` for `openAddressIndex` that reads the files of an index from a folder, so that Node needs no web server. */
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
