import { describe, expect, it } from 'vitest';

import { readJpegHead, readPngHead, withoutMetadata } from './picture-head.ts';

const segment = (kind: number, ...content: (string | number[])[]) => {
  const bytes = Buffer.concat(
    content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
  return Buffer.concat([Buffer.from([0xff, kind, 0, bytes.length + 2]), bytes]);
};
const START = Buffer.from([0xff, 0xd8]);
const JFIF = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
const PROFILE = segment(0xe2, 'ICC_PROFILE\0');
/** 300 × 200. */
const FRAME = segment(0xc0, [8, 0, 200, 1, 44, 1]);
const PICTURE = Buffer.concat([segment(0xda, [1]), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd9])]);
const exif = (tag: number[]) => segment(0xe1, 'Exif\0\0', 'MM\0*\0\0\0\x08\0\x01', tag, [0, 0, 0, 0]);
const ORIENTATION = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0];

const photo = (...metadata: Buffer[]) => Buffer.concat([START, JFIF, ...metadata, PROFILE, FRAME, PICTURE]);
const bare = (bytes: Buffer) => Buffer.concat(withoutMetadata(new Uint8Array(bytes)));

describe('the head of a picture', () => {
  it('says how a JPEG has to be turned, how large it is, and whether it tells more', () => {
    expect(readJpegHead(photo())).toEqual({ orientation: 1, width: 300, height: 200, hasMetadata: false });
    expect(readJpegHead(photo(exif(ORIENTATION)))).toMatchObject({ orientation: 8, hasMetadata: true });
    expect(readJpegHead(photo(segment(0xfe, 'GPS')))).toMatchObject({ orientation: 1, hasMetadata: true });
    expect(readJpegHead(Buffer.from('%PDF-1.7'))).toBe(undefined);
  });

  it('says how large a PNG is', () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x0b\xb8\0\0\x01\x2c', 'latin1');
    expect(readPngHead(png)).toEqual({ orientation: 1, width: 3000, height: 300, hasMetadata: false });
    expect(readPngHead(Buffer.concat([png, Buffer.from('eXIf')]))).toMatchObject({ hasMetadata: true });
  });

  it('is taken from a JPEG, but for its colours and how it has to be turned', () => {
    const taken = photo(exif(ORIENTATION), segment(0xe1, 'GPS 53.3474'), segment(0xed, 'GPS'));
    const film = Buffer.from('ftyp GPS');
    expect(bare(Buffer.concat([taken, film]))).toEqual(photo(exif(ORIENTATION)));
    expect(bare(photo(segment(0xfe, 'GPS')))).toEqual(photo());
  });
});
