import { constants, crc32, deflateRawSync } from 'node:zlib';

import sevenZip from '7z-wasm';

/** A file of an archive, packed with deflate. `size` is the unpacked size that the archive tells. */
interface PackedFile {
  packed: Uint8Array;
  size: number;
}

/** Makes a zip archive (APPNOTE.TXT of PKWARE). Plain bytes are stored without compression. */
export function makeZip(files: Record<string, Uint8Array | PackedFile>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, file] of Object.entries(files)) {
    const [bytes, size] = 'packed' in file ? [file.packed, file.size] : [file, file.length];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20); // version of the format
    common.writeUInt16LE(0x800, 2); // names are UTF-8
    common.writeUInt16LE('packed' in file ? 8 : 0, 4); // deflate, or stored
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** Ten gigabytes, `text` again and again after `head`, in about ten megabytes of deflate. */
export function tenGigabytesOf(text: string, head = ''): Buffer {
  const pack = (bytes: Uint8Array) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = pack(Buffer.from(text.repeat(Math.round(10_000_000 / text.length))));
  return Buffer.concat([
    pack(Buffer.from(head)),
    ...Array.from({ length: 1000 }, () => packed),
    Buffer.of(3, 0),
  ]);
}

/** Makes a 7z archive with all files in its top folder. */
export async function make7z(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const { exitCode } = process;
  const archiver = await sevenZip({ print: () => undefined });
  const { FS } = archiver;
  FS.mkdir('/in');
  for (const [name, bytes] of Object.entries(files)) FS.writeFile(`/in/${name}`, bytes);
  archiver.callMain(['a', '-mx1', '/all.7z', '/in/*']);
  process.exitCode = exitCode;
  return FS.readFile('/all.7z');
}
