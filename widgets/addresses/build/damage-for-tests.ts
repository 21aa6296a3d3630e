import { createHash } from 'node:crypto';
import { constants, crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';

import { readNumbers, writeNumber } from '../index/columns.ts';
import { FORMAT_VERSION, HASH_LENGTH } from '../index/format.ts';
import type { FileContents } from './index-writer.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
const texts = new WeakMap<Uint8Array, string>();

/** The unpacked text of a file, a character a byte (latin1). Remembers it: tests unpack the same files again and again. */
export function unpackText(bytes: Uint8Array): string {
  const known = texts.get(bytes) ?? gunzipSync(bytes).toString('latin1');
  texts.set(bytes, known);
  return known;
}
/** Packs a text, a byte a character, as a file of an index is packed. */
export const packText = (letters: string) => gzipSync(Buffer.from(letters, 'latin1'), { level: 1 });

/**
 * Replaces a file of an index by other bytes. Also changes its name, and hash and size in all files that refer to it, up to the
 * manifest: so the reader accepts the bytes, and the decoder gets them.
 */
export function withReplacedFile(all: FileContents, name: string, bytes: Uint8Array): FileContents {
  const [, old = ''] = /-(.+)\.bin$/.exec(name) ?? [];
  const hash = hashOf(bytes);
  const changed = new Map(all);
  changed.delete(name);
  changed.set(name.replace(old, hash), bytes);
  const manifest = Buffer.from(all.get('manifest.json') ?? []).toString();
  if (manifest.includes(old)) {
    const ref = new RegExp(`"${old}\\d+"`);
    return changed.set('manifest.json', Buffer.from(manifest.replace(ref, `"${hash}${bytes.length}"`)));
  }
  for (const [holder, packedText] of all) {
    if (!/^22b?-/.test(holder) || holder === name) continue;
    const lines = unpackText(packedText).split('\n');
    const at = lines.findIndex((text) => text.includes(old));
    const line = lines[at];
    if (line === undefined) continue;
    // The first line is the JSON header, which has whole references; further ones are columns of hashes and of sizes.
    lines[at] = at
      ? line.replace(old, hash)
      : line.replace(new RegExp(`"${old}\\d+"`), `"${hash}${bytes.length}"`);
    if (at) {
      const sizes = readNumbers(lines[at + 1]);
      sizes[line.indexOf(old) / HASH_LENGTH] = bytes.length;
      lines[at + 1] = sizes.map(writeNumber).join('');
    }
    return withReplacedFile(changed, holder, packText(lines.join('\n')));
  }
  throw new Error(`nothing refers to ${name}`);
}

/** Damages the text of a file. `position` and `choice` are random numbers from 0 to 1, `other` is the text of another file. */
type Damage = (text: string, position: number, choice: number, other: string) => string;

/** The index at a share (0 to 1) of the length of a text or list. */
export const indexAtShare = (letters: { length: number }, share: number) =>
  Math.min(letters.length - 1, Math.floor(share * letters.length));

/** A damage of the lines of a text: `change` changes them, at a random line `i`. */
const damageLines =
  (change: (lines: string[], i: number, choice: number, other: string[]) => void): Damage =>
  (letters, position, choice, other) => {
    const lines = letters.split('\n');
    change(lines, indexAtShare(lines, position), choice, other.split('\n'));
    return lines.join('\n');
  };

/** Headers that are no header, or have fields of wrong types. */
const WRONG_HEADERS = [
  ...[
    'null',
    '5',
    '""',
    '[]',
    '{}',
    'true',
    '{"format":2}',
    '{"format":1}',
    `{"format":${FORMAT_VERSION},"types":null}`,
  ],
  ...['[[]]', '[5]', '[[1,2]]', '[["ул"]]', '"ул"', '{"0":["a","b"]}'].map(
    (types) =>
      `{"format":${FORMAT_VERSION},"types":${types},"templates":${types},"houses":${types},"former":${types}}`,
  ),
  `{"format":${FORMAT_VERSION},"types":[["ул","улица"]],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`,
  `{"format":${FORMAT_VERSION},"types":["ул"],"houses":[["../../..",1],["0",-1]],"former":["x",1e999]}`,
  '{"format":2',
  '['.repeat(50_000),
];

/** All kinds of damage: bits, cut or repeated text, other files, lost or swapped lines, absurd numbers, wrong headers. */
export const DAMAGES: Damage[] = [
  (letters, position, choice) => {
    const bytes = Buffer.from(letters, 'latin1');
    const i = indexAtShare(letters, position);
    bytes[i] = (bytes[i] ?? 0) ^ (1 << Math.floor(choice * 8));
    return bytes.toString('latin1');
  },
  (letters, position) => letters.slice(0, indexAtShare(letters, position)),
  (letters, position, choice) =>
    letters.slice(0, indexAtShare(letters, position)) + letters.slice(indexAtShare(letters, choice)),
  (_letters, _where, _what, other) => other,
  damageLines((lines, i, choice, other) => (lines[i] = other[indexAtShare(other, choice)] ?? '')),
  damageLines((lines, i, choice) => {
    const j = indexAtShare(lines, choice);
    [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
  }),
  damageLines((lines, i) => lines.splice(i, 1)),
  damageLines(
    (lines, i, choice) => (lines[i] = writeNumber(Math.floor(10 ** (choice * 15))) + (lines[i] ?? '')),
  ),
  damageLines(
    (lines, i, choice) =>
      (lines[i] = writeNumber(Math.floor(10 ** (choice * 15))).repeat(1 + Math.floor(choice * 500))),
  ),
  damageLines(
    (lines, i, choice) => (lines[i] = String.fromCharCode(1 + Math.floor(choice * 254)).repeat(3000)),
  ),
  damageLines((lines, _i, choice) => (lines[0] = WRONG_HEADERS[indexAtShare(WRONG_HEADERS, choice)] ?? '')),
];

/** Makes a gzip stream of a megabyte that unpacks to a gigabyte. */
export function gzipBomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const header = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(''), 0);
  return Buffer.concat([header, ...Array.from({ length: 100 }, () => block), Buffer.of(3, 0), trailer]);
}
