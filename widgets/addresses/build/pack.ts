import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Bytes of gzip besides the blocks: no name, no time, an unknown operating system (RFC 1952). */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255);

/**
 * One gzip stream. Columns are so unlike each other that a block of its own for each, with a code of its own, is smaller;
 * like ones share a block.
 */
export function packTable(header: object, columns: string[]): Uint8Array {
  const [first = '', ...rest] = [JSON.stringify(header), ...columns].map((line, i) =>
    i ? `\n${line}` : line,
  );
  const blocks: Uint8Array[] = [];
  let open = windows1251(first);
  let closed = deflated(open);
  for (const line of rest) {
    const next = windows1251(line);
    const apart = deflated(next);
    const both = Buffer.concat([open, next]);
    const together = deflated(both);
    if (together.length <= closed.length + apart.length) [open, closed] = [both, together];
    else {
      blocks.push(closed);
      [open, closed] = [next, apart];
    }
  }
  const text = windows1251([first, ...rest].join(''));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(text), 0);
  trailer.writeUInt32LE(text.length, 4);
  return Buffer.concat([GZIP_HEADER, ...blocks, deflateRawSync(open, { level: 9 }), trailer]);
}

const deflated = (bytes: Uint8Array) =>
  deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });

const decoder = new TextDecoder('windows-1251');
const BYTES = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
const QUESTION = 0x3f;

/** One byte a letter; what the code page does not have becomes a question mark. */
function windows1251(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = BYTES.get(text[i] ?? '') ?? QUESTION;
  return bytes;
}
