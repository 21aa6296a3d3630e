import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Header of a gzip stream (RFC 1952): deflate, no name, no time, best compression, unknown operating system. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255);

/**
 * Packs a table into one gzip stream. Columns differ so much that a deflate block of its own for each, with its own Huffman code, is
 * smaller. Neighbouring columns share a block if that is smaller. Readers unpack it like any other gzip stream.
 */
export function packTable(header: object, columns: string[]): Uint8Array {
  const [headerLine = '', ...columnLines] = [JSON.stringify(header), ...columns].map((line, i) =>
    i ? `\n${line}` : line,
  );
  // `packedBlocks` are finished. The next column may still join `block`, which is `packed` when deflated.
  const packedBlocks: Uint8Array[] = [];
  let block = encodeWindows1251(headerLine);
  let packed = deflateBlock(block);
  for (const line of columnLines) {
    const next = encodeWindows1251(line);
    const packedNext = deflateBlock(next);
    const both = Buffer.concat([block, next]);
    const packedBoth = deflateBlock(both);
    if (packedBoth.length <= packed.length + packedNext.length) [block, packed] = [both, packedBoth];
    else {
      packedBlocks.push(packed);
      [block, packed] = [next, packedNext];
    }
  }
  const text = encodeWindows1251([headerLine, ...columnLines].join(''));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(text), 0);
  trailer.writeUInt32LE(text.length, 4);
  return Buffer.concat([GZIP_HEADER, ...packedBlocks, deflateRawSync(block, { level: 9 }), trailer]);
}

/** Deflates bytes to a block that another block can follow: it ends with a flush. The last block of a stream needs none. */
const deflateBlock = (bytes: Uint8Array) =>
  deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });

const windows1251Decoder = new TextDecoder('windows-1251');
/** Character → its byte in windows-1251. Node can only decode this encoding, so the map is made by decoding each byte. */
const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [windows1251Decoder.decode(Uint8Array.of(byte)), byte]),
);
const QUESTION_MARK = 0x3f;

/** Encodes a text, a byte a character. A character that windows-1251 does not have becomes a question mark. */
function encodeWindows1251(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = BYTES.get(text[i] ?? '') ?? QUESTION_MARK;
  return bytes;
}
