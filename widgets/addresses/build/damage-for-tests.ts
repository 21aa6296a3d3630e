import { createHash } from 'node:crypto';
import { constants, crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';

import { readNumbers, writeNumber } from '../index/columns.ts';
import { FORMAT_VERSION, HASH_LENGTH } from '../index/format.ts';
import type { FileContents } from './index-writer.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
const texts = new WeakMap<Uint8Array, string>();
/** The unpacked text of a file, a character a byte. */
export function unpackText(bytes: Uint8Array): string {
  const known = texts.get(bytes) ?? gunzipSync(bytes).toString('latin1');
  texts.set(bytes, known);
  return known;
}
export const packText = (letters: string) => gzipSync(Buffer.from(letters, 'latin1'), { level: 1 });

/** The files with one of them replaced, and all that promises it changed so that the damage gets through to the decoder. */
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
    const at = lines.findIndex((damageLines) => damageLines.includes(old));
    const damageLines = lines[at];
    if (damageLines === undefined) continue;
    lines[at] = at
      ? damageLines.replace(old, hash)
      : damageLines.replace(new RegExp(`"${old}\\d+"`), `"${hash}${bytes.length}"`);
    if (at) {
      const sizes = readNumbers(lines[at + 1]);
      sizes[damageLines.indexOf(old) / HASH_LENGTH] = bytes.length;
      lines[at + 1] = sizes.map(writeNumber).join('');
    }
    return withReplacedFile(changed, holder, packText(lines.join('\n')));
  }
  throw new Error(`nothing promises ${name}`);
}

/** What may happen to the text of a file. Each takes it, two numbers from 0 to 1, and the text of another file. */
type Damage = (text: string, where: number, what: number, other: string) => string;
/** The place in something that is so far in it. */
export const indexAtShare = (letters: { length: number }, share: number) =>
  Math.min(letters.length - 1, Math.floor(share * letters.length));
const damageLines =
  (how: (lines: string[], i: number, what: number, other: string[]) => void): Damage =>
  (letters, where, what, other) => {
    const lines = letters.split('\n');
    how(lines, indexAtShare(lines, where), what, other.split('\n'));
    return lines.join('\n');
  };
const WRONG = [
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
export const DAMAGES: Damage[] = [
  (letters, where, what) => {
    const bytes = Buffer.from(letters, 'latin1');
    const i = indexAtShare(letters, where);
    bytes[i] = (bytes[i] ?? 0) ^ (1 << Math.floor(what * 8));
    return bytes.toString('latin1');
  },
  (letters, where) => letters.slice(0, indexAtShare(letters, where)),
  (letters, where, what) =>
    letters.slice(0, indexAtShare(letters, where)) + letters.slice(indexAtShare(letters, what)),
  (_letters, _where, _what, other) => other,
  damageLines((lines, i, what, other) => (lines[i] = other[indexAtShare(other, what)] ?? '')),
  damageLines((lines, i, what) => {
    const j = indexAtShare(lines, what);
    [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
  }),
  damageLines((lines, i) => lines.splice(i, 1)),
  damageLines((lines, i, what) => (lines[i] = writeNumber(Math.floor(10 ** (what * 15))) + (lines[i] ?? ''))),
  damageLines(
    (lines, i, what) =>
      (lines[i] = writeNumber(Math.floor(10 ** (what * 15))).repeat(1 + Math.floor(what * 500))),
  ),
  damageLines((lines, i, what) => (lines[i] = String.fromCharCode(1 + Math.floor(what * 254)).repeat(3000))),
  damageLines((lines, _i, what) => (lines[0] = WRONG[indexAtShare(WRONG, what)] ?? '')),
];

/** A gzip stream of a megabyte that unpacks to a gigabyte. */
export function gzipBomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const header = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(''), 0);
  return Buffer.concat([header, ...Array.from({ length: 100 }, () => block), Buffer.of(3, 0), trailer]);
}
