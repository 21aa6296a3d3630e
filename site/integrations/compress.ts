import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { AstroIntegration } from 'astro';

/** Names of files to compress. Pictures and fonts are compressed already. */
const TEXT_FILE = /\.(?:html|css|m?js|json|svg|xml|txt|csv|md)$/;
/** Number of files that are compressed at the same time: more would only take memory. */
const FILES_AT_ONCE = 8;

const brotliBytes = promisify(brotliCompress);
const gzipBytes = promisify(gzip);

/** Puts a `.br` and a `.gz` beside every text file of the build, so that the server only has to choose. */
export function compressOutput(): AstroIntegration {
  return {
    name: 'okno:compress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const files = await textFiles(fileURLToPath(dir));
        for (let i = 0; i < files.length; i += FILES_AT_ONCE)
          await Promise.all(files.slice(i, i + FILES_AT_ONCE).map(compressFile));
        logger.info(`${files.length} text files compressed`);
      },
    },
  };
}

/** Paths of all files to compress in a folder. */
async function textFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Writes the `.br` and the `.gz` of one file. */
async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  const [br, gz] = await Promise.all([
    brotliBytes(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    gzipBytes(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
