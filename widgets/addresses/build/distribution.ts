import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import yauzl from 'yauzl';

import { ImportError } from './import-error.ts';
import { checkSize } from './limits.ts';
import { unpack7z } from './unpack-7z.ts';

/** A folder or archive with the files of КЛАДР or ГАР. */
export interface Distribution {
  /** Beginning of messages: «В папке …», «В архиве …». */
  messagePrefix: string;
  /** File names. One in the folder of a region has it before the name: `22/AS_HOUSES_….XML`. */
  names: string[];
  /** The whole file, unpacked. Rejects with an `ImportError` if it cannot be unpacked or is larger than any table (`limits.ts`). */
  readBytes(name: string): Promise<Uint8Array>;
  /** The same, chunk by chunk. */
  openStream(name: string): AsyncIterable<Uint8Array>;
  /** Deletes temporary files. */
  close(): void;
}

/** A table in an archive, in any folder: «Base/KLADR.DBF», «gar/22/AS_HOUSES_….XML» (region 22). */
const TABLE_PATH = /(?:(?:^|[\\/])(\d\d)[\\/])?([^\\/]+\.(?:dbf|xml))$/i;

/** Opens the folder or archive at a path; detects archives by their first bytes. `close` the result also after errors. */
export async function openDistribution(from: string): Promise<Distribution> {
  if (!existsSync(from)) throw new ImportError(`Папки ${from} нет.`);
  if (statSync(from).isDirectory()) return openFolder(from, `В папке ${from}`);
  const prefix = `В архиве ${from}`;
  const magic = await firstBytes(from);
  if (magic.startsWith('PK')) return openZip(from, prefix);
  if (!magic.startsWith('7z\xbc\xaf')) throw new ImportError(`${from} — не папка и не архив 7z или zip.`);
  const folder = mkdtempSync(join(tmpdir(), 'okno-7z-'));
  const close = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await unpack7z(from, folder);
    return { ...openFolder(folder, prefix), close };
  } catch (error) {
    close();
    throw error;
  }
}

function openFolder(folder: string, messagePrefix: string): Distribution {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && /^\d\d$/.test(entry.name)
      ? readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
      : entry.name,
  );
  const openStream = (name: string) => {
    const path = join(folder, name);
    const file = createReadStream(path, { highWaterMark: 2 ** 18 });
    if (!isPacked(name)) return file;
    return limitSize(
      pipeline(file, createGunzip(), () => undefined),
      name,
      () => file.bytesRead,
    );
  };
  return {
    messagePrefix,
    names,
    openStream,
    async readBytes(name) {
      const path = join(folder, name);
      if (isPacked(name)) return joinChunks(openStream(name));
      const { size } = statSync(path);
      checkSize(name, { size, packedSize: size });
      return readFile(path);
    },
    close: () => undefined,
  };
}

async function openZip(path: string, messagePrefix: string): Promise<Distribution> {
  const fail = (cause: unknown): never => {
    throw new ImportError(`Архив ${path} повреждён или обрезан.`, { cause });
  };
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(fail);
  const entries = await entriesOf(zip).catch((error: unknown) => {
    zip.close();
    return fail(error);
  });
  async function* openStream(name: string) {
    const entry = entries.get(name);
    if (!entry) throw new ImportError(`${messagePrefix} нет файла ${name}.`);
    const { compressedSize, uncompressedSize } = entry;
    // yauzl stops where a file is larger than the archive tells, so what it tells can be judged before anything is unpacked.
    checkSize(name, { size: uncompressedSize, packedSize: compressedSize });
    yield* limitSize(await zip.openReadStreamPromise(entry).catch(fail), name, () => compressedSize);
  }
  return {
    messagePrefix,
    names: [...entries.keys()],
    openStream,
    readBytes: (name) => joinChunks(openStream(name)),
    close: () => {
      zip.close();
    },
  };
}

/** The tables of an archive: name, as in `Distribution.names` → entry. */
async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    const [, region, file] = TABLE_PATH.exec(entry.fileName) ?? [];
    if (file) entries.set(region ? `${region}/${file}` : file, entry);
  }
  return entries;
}

/** Whether a file is packed with gzip, by its name. */
const isPacked = (name: string) => /\.gz$/i.test(name);

/** Passes the chunks of an unpacked file on. Throws an `ImportError` if they are too many for the packed bytes, or damaged. */
async function* limitSize(chunks: AsyncIterable<Uint8Array>, name: string, packedSize: () => number) {
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      checkSize(name, { size, packedSize: packedSize() });
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${name}: архив повреждён или обрезан.`, { cause: error });
  }
}

async function joinChunks(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const received: Uint8Array[] = [];
  for await (const chunk of chunks) received.push(chunk);
  return Buffer.concat(received);
}

/** The first six bytes of a file, a character a byte: archives are detected by them. */
async function firstBytes(path: string): Promise<string> {
  for await (const chunk of createReadStream(path, { end: 5 })) return (chunk as Buffer).toString('latin1');
  return '';
}
