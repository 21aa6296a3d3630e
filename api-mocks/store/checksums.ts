import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The list of a folder's files, as `sha256sum` writes it: `sha256sum -c SHA256SUMS` checks the folder without us. */
const LIST = 'SHA256SUMS';

/** Paths of all files in a folder and below it, from the folder on, in order; the list itself is left out. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((name) => name !== LIST)
    .sort();

async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** Sees to it that a file, or a folder's list of names, is on the disk and not only in a cache. */
export async function syncToDisk(path: string): Promise<void> {
  await using handle = await open(path, 'r');
  await handle.sync();
}

/** Writes the checksums of all files in a folder into `SHA256SUMS`. All of it is on the disk then. Gives the number of files. */
export async function writeChecksums(folder: string): Promise<number> {
  const names = filesIn(folder);
  const lines: string[] = [];
  for (const name of names) {
    await syncToDisk(join(folder, name));
    lines.push(`${await checksumOf(join(folder, name))}  ${name}\n`);
  }
  writeFileSync(join(folder, LIST), lines.join(''), { flush: true });
  return names.length;
}

/**
 * Throws an `Error` in Russian unless a folder has the files of its `SHA256SUMS`, no other ones, and each with its checksum. All of
 * them are on the disk then.
 */
export async function checkChecksums(folder: string): Promise<void> {
  if (!existsSync(join(folder, LIST))) throw new Error(`нет списка файлов ${LIST}`);
  const lines = readFileSync(join(folder, LIST), 'utf8').split('\n').slice(0, -1);
  const checksums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const names = filesIn(folder);
  for (const name of names) {
    const checksum = checksums.get(name);
    if (checksum === undefined) throw new Error(`файла ${name} нет в списке ${LIST}`);
    if (checksum !== (await checksumOf(join(folder, name)))) throw new Error(`файл ${name} изменился`);
    await syncToDisk(join(folder, name));
    checksums.delete(name);
  }
  const [lost] = checksums.keys();
  if (lost !== undefined) throw new Error(`нет файла ${lost}`);
}
