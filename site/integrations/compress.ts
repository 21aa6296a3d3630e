import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { AstroIntegration } from 'astro';

/** Names of files to compress. Pictures and fonts are compressed already. */
const TEXT_FILE = /\.(?:html|css|m?js|json|svg|xml|webmanifest|txt|csv|md)$/;
/** Number of files that are compressed at the same time: more would only take memory. */
const FILES_AT_ONCE = 8;

/** Files that are smaller gain nothing: a server sends them in one packet anyway. */
const SMALLEST = 1024;
/**
 * Brotli's effort. Of pages there are thousands, and 11 instead of 7 takes thirty times as long to save an eighth of the bytes; the
 * scripts, styles and indexes that every page shares are worth it.
 */
const EFFORT = { page: 7, other: 11 };

const brotliBytes = promisify(brotliCompress);
const gzipBytes = promisify(gzip);
/** How a file is compressed, by the ending of the compressed file's name. */
const COMPRESSORS: Record<string, (content: Buffer, effort: number) => Promise<Buffer>> = {
  '.br': (content, effort) =>
    brotliBytes(content, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        [constants.BROTLI_PARAM_QUALITY]: effort,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  '.gz': (content) => gzipBytes(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Puts a `.br` and a `.gz` beside every text file of the build, so that the server only has to choose. */
export function compressOutput(): AstroIntegration {
  let cache = '';
  return {
    name: 'okno:compress',
    hooks: {
      'astro:config:done': ({ config }) => {
        // What these versions of the libraries have compressed before, by the hash of the text and the effort: `3f…e1-7.br`.
        const libraries = `${process.versions['brotli']}-${process.versions.zlib}`;
        cache = join(fileURLToPath(config.cacheDir), 'okno-compressed', libraries);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = await textFiles(fileURLToPath(dir));
        await mkdir(cache, { recursive: true });
        for (let i = 0; i < files.length; i += FILES_AT_ONCE)
          await Promise.all(files.slice(i, i + FILES_AT_ONCE).map((file) => compressFile(file, cache)));
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
async function compressFile(file: string, cache: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < SMALLEST) return;
  const effort = file.endsWith('.html') ? EFFORT.page : EFFORT.other;
  const cached = join(cache, `${createHash('sha256').update(content).digest('hex')}-${effort}`);
  await Promise.all(
    Object.entries(COMPRESSORS).map(async ([ending, compress]) => {
      await copyFile(`${cached}${ending}`, `${file}${ending}`).catch(async () => {
        await writeFile(`${file}${ending}`, await compress(content, effort));
        // Under another name first, of its own: neither a build that runs at the same time nor an equal file of this one reads a half.
        const partial = `${cached}${ending}.${randomUUID()}`;
        await copyFile(`${file}${ending}`, partial);
        await rename(partial, `${cached}${ending}`);
      });
    }),
  );
}
