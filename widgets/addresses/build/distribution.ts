import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import yauzl from 'yauzl';

import { ImportError } from './import-error.ts';
import { checkSize, MAX_TABLE_BYTES, MAX_XML_BYTES } from './limits.ts';
import { unpack7z } from './unpack-7z.ts';

/** A folder or an archive with the files of an address distribution. */
export interface Distribution {
  /** Of what messages begin with: «В папке …». */
  messagePrefix: string;
  /** File names; those in a folder of a region as `22/AS_HOUSES_….XML`. */
  names: string[];
  /** A file, unpacked. Throws an `ImportError` where it cannot be unpacked, or only to an absurd size. */
  readBytes(name: string): Promise<Uint8Array>;
  openStream(name: string): AsyncIterable<Uint8Array>;
  /** Takes away what had to be unpacked for it. */
  close(): void;
}

const TABLE_PATH = /(?:(?:^|[\\/])(\d\d)[\\/])?([^\\/]+\.(?:dbf|xml))$/i;
/** Opens what `--from` names; `close` it in any case. */
export async function openDistribution(from: string): Promise<Distribution> {
  if (!existsSync(from)) throw new ImportError(`Папки ${from} нет.`);
  if (statSync(from).isDirectory()) return openFolder(from, `В папке ${from}`);
  const where = `В архиве ${from}`;
  const magic = await firstBytes(from);
  if (magic.startsWith('PK')) return openZip(from, where);
  if (!magic.startsWith('7z\xbc\xaf')) throw new ImportError(`${from} — не папка и не архив 7z или zip.`);
  const folder = mkdtempSync(join(tmpdir(), 'okno-7z-'));
  const close = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await unpack7z(from, folder);
    return { ...openFolder(folder, where), close };
  } catch (error) {
    close();
    throw error;
  }
}

function openFolder(folder: string, where: string): Distribution {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && /^\d\d$/.test(entry.name)
      ? readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
      : entry.name,
  );
  const stream = (name: string) => {
    const path = join(folder, name);
    const file = createReadStream(path, { highWaterMark: 2 ** 18 });
    if (!isPacked(name)) return file;
    return limitSize(
      pipeline(file, createGunzip(), () => undefined),
      name,
      statSync(path).size,
    );
  };
  return {
    messagePrefix: where,
    names,
    openStream: stream,
    async readBytes(name) {
      const path = join(folder, name);
      if (isPacked(name)) return joinChunks(stream(name));
      const { size } = statSync(path);
      checkSize(name, { size, packed: size, max: MAX_TABLE_BYTES });
      return readFile(path);
    },
    close: () => undefined,
  };
}

async function openZip(path: string, where: string): Promise<Distribution> {
  const broken = (cause: unknown): never => {
    throw new ImportError(`Архив ${path} повреждён или обрезан.`, { cause });
  };
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(broken);
  const entries = await entriesOf(zip).catch((error: unknown) => {
    zip.close();
    return broken(error);
  });
  async function* stream(name: string) {
    const entry = entries.get(name);
    if (!entry) throw new ImportError(`${where} нет файла ${name}.`);
    yield* limitSize(await zip.openReadStreamPromise(entry).catch(broken), name, entry.compressedSize);
  }
  return {
    messagePrefix: where,
    names: [...entries.keys()],
    openStream: stream,
    readBytes: (name) => joinChunks(stream(name)),
    close: () => {
      zip.close();
    },
  };
}

/** The tables of an archive by their names. */
async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    const [, region, file] = TABLE_PATH.exec(entry.fileName) ?? [];
    if (file) entries.set(region ? `${region}/${file}` : file, entry);
  }
  return entries;
}

const isPacked = (name: string) => /\.gz$/i.test(name);

async function* limitSize(chunks: AsyncIterable<Uint8Array>, name: string, packed: number) {
  const most = /\.xml/i.test(name) ? MAX_XML_BYTES : MAX_TABLE_BYTES;
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      checkSize(name, { size, packed, max: most });
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${name}: архив повреждён или обрезан.`, { cause: error });
  }
}

async function joinChunks(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function firstBytes(path: string): Promise<string> {
  for await (const chunk of createReadStream(path, { end: 5 })) return (chunk as Buffer).toString('latin1');
  return '';
}
