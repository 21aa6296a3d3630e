import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { AstroIntegration } from 'astro';

/** Names of files to compress. Pictures and fonts are compressed already. */
const TEXT_FILE = /\.(?:html|css|m?js|json|svg|xml|txt|csv|md)$/;
/** Number of files that are compressed at the same time: more would only take memory. */
const FILES_AT_ONCE = 8;

/**
 * What these libraries have compressed before, by the hash of the text: `3f…e1.br`. Most files of a build are those of the build
 * before it, and compressing takes longer than all the rest.
 */
const CACHE = `node_modules/.cache/okno-compressed/${process.versions['brotli']}-${process.versions.zlib}`;

const brotliBytes = promisify(brotliCompress);
const gzipBytes = promisify(gzip);
/** How a file is compressed, by the ending of the compressed file's name. */
const COMPRESSORS: Record<string, (content: Buffer) => Promise<Buffer>> = {
  '.br': (content) =>
    brotliBytes(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  '.gz': (content) => gzipBytes(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Puts a `.br` and a `.gz` beside every text file of the build, so that the server only has to choose. */
export function compressOutput(): AstroIntegration {
  return {
    name: 'okno:compress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const files = await textFiles(fileURLToPath(dir));
        await mkdir(CACHE, { recursive: true });
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
  const cached = join(CACHE, createHash('sha256').update(content).digest('hex'));
  await Promise.all(
    Object.entries(COMPRESSORS).map(async ([ending, compress]) => {
      await copyFile(`${cached}${ending}`, `${file}${ending}`).catch(async () => {
        await writeFile(`${file}${ending}`, await compress(content));
        // Under another name first: a build that runs at the same time never reads a half of it.
        await copyFile(`${file}${ending}`, `${cached}${ending}.${process.pid}`);
        await rename(`${cached}${ending}.${process.pid}`, `${cached}${ending}`);
      });
    }),
  );
}
