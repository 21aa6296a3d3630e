import { createHash, randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { AstroIntegration } from 'astro';

import type { OutputFolder } from './output-folder.ts';

/** Names of files to compress. Pictures and fonts are compressed already. */
const TEXT_FILE = /\.(?:html|css|m?js|json|svg|xml|webmanifest|txt|csv|md)$/;
/** Number of files that are compressed at the same time: more would only take memory. */
const FILES_AT_ONCE = 8;

/** Files that are smaller gain nothing: a server sends them in one packet anyway. */
const SMALLEST = 1024;
/**
 * Brotli's effort. Of pages there are thousands, and 11 instead of 7 takes a hundred times as long to save an eighth of the bytes. Of the
 * files of the search there are hundreds: 10 takes a third of the time of 11, and saves as much. Scripts and styles are worth 11.
 */
const EFFORTS: Record<string, number> = { '.html': 7, '.json': 10 };
const EFFORT_OF_OTHERS = 11;
/** Brotli's window, 64 KiB as a power of two: for files that fit into it, its tables are made in a fifth of the time. */
const SMALL_WINDOW = 16;

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
        ...(content.length <= 2 ** SMALL_WINDOW && { [constants.BROTLI_PARAM_LGWIN]: SMALL_WINDOW }),
      },
    }),
  '.gz': (content) => gzipBytes(content),
};

/**
 * Ends a build: deletes what is left of the build before, and puts a `.br` and a `.gz` beside every text file, so that the server only has
 * to choose.
 */
export function compressOutput(output: OutputFolder): AstroIntegration {
  let cache = '';
  return {
    name: 'okno:compress',
    hooks: {
      'astro:config:done': ({ config }) => {
        // What these versions of the libraries have compressed before, by the hash of the text and the effort: `3f…e1-7.br`.
        const libraries = `${process.versions['brotli']}-${process.versions.zlib}-${SMALL_WINDOW}`;
        cache = join(fileURLToPath(config.cacheDir), 'okno-compressed', libraries);
      },
      'astro:build:done': async ({ dir, logger }) => {
        output.sweep();
        const files = (await textFiles(fileURLToPath(dir))).filter((file) => !output.isKept(file));
        await mkdir(cache, { recursive: true });
        for (let i = 0; i < files.length; i += FILES_AT_ONCE)
          await Promise.all(files.slice(i, i + FILES_AT_ONCE).map((file) => compressFile(file, cache)));
        output.end();
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
  const effort = EFFORTS[extname(file)] ?? EFFORT_OF_OTHERS;
  const cached = join(cache, `${createHash('sha256').update(content).digest('hex')}-${effort}`);
  await Promise.all(
    Object.entries(COMPRESSORS).map(async ([ending, compress]) => {
      await placeFile(`${cached}${ending}`, `${file}${ending}`).catch(async () => {
        // Under another name first, of its own: neither a build that runs at the same time nor an equal file of this one reads a half.
        const partial = `${cached}${ending}.${randomUUID()}`;
        await writeFile(partial, await compress(content, effort));
        await rename(partial, `${cached}${ending}`);
        await placeFile(`${cached}${ending}`, `${file}${ending}`);
      });
    }),
  );
}

/** Puts a file of the cache into the build: as a second name of it, or as a copy where that is on another disk. Rejects where it is not there. */
async function placeFile(cached: string, file: string): Promise<void> {
  await rm(file, { force: true });
  await link(cached, file).catch(() => copyFile(cached, file));
}
