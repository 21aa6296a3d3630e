import { describe, expect, it } from 'vitest';

import { examineFile } from './content.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const examine = (file: Buffer) =>
  examineFile(file.length, (start, end) => Promise.resolve(file.subarray(start, end)));

/** A segment of a JPEG with metadata that hold a small picture with its own end. */
const METADATA = bytes([0xff, 0xe1, 0, 12], 'Exif\0\0', [0xff, 0xd8, 0xff, 0xd9]);
const SCAN = bytes([0xff, 0xda, 0, 3, 1], 'data', [0xff, 0]);
const END = bytes([0xff, 0xd9]);
const jpeg = (...rest: Buffer[]) => Buffer.concat([bytes([0xff, 0xd8]), METADATA, SCAN, ...rest]);
const png = (end = 'IEND\xaeB`\x82') => bytes('\x89PNG\r\n\x1a\n', 'data', end);
const pdf = (trailer: string) => bytes('%PDF-1.7\n', trailer, '\nstartxref\n9\n%%EOF\n');

describe('examineFile', () => {
  it.each([
    ['a JPEG', jpeg(END), 'jpeg'],
    ['a JPEG with a film behind it', jpeg(END, Buffer.alloc(200_000, 'film')), 'jpeg'],
    ['a PNG', png(), 'png'],
    ['a PDF', pdf('trailer << /Root 1 0 R >>'), 'pdf'],
    ['a PDF behind what a scanner wrote', bytes('@PJL\n', '%PDF-1.4 %%EOF'), 'pdf'],
    ['a photo of an iPhone', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), 'heic'],
    ['a photo of another telephone', bytes([0, 0, 0, 24], 'ftypmif1', [0, 0, 0, 0]), 'heic'],
    ['an AVIF', bytes([0, 0, 0, 24], 'ftypavif', [0, 0, 0, 0]), 'avif'],
    ['a picture of a messenger', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8 '), 'webp'],
    ['a GIF', bytes('GIF89a'), 'gif'],
    ['a BMP', bytes('BM', [9, 0, 0, 0, 0, 0, 0, 0]), 'bmp'],
  ])('knows %s', async (_, file, kind) => {
    expect(await examine(file)).toEqual({ kind });
  });

  it.each([
    ['nothing', Buffer.alloc(0), { fault: 'empty' }],
    ['a program', bytes('MZ program'), { fault: 'wrongType' }],
    ['a document of Word', bytes('PK\x03\x04word'), { fault: 'wrongType' }],
    ['a film', bytes([0, 0, 0, 24], 'ftypisom', [0, 0, 0, 0]), { fault: 'wrongType' }],
    ['a text that speaks of BM', bytes('BMW, договор'), { fault: 'wrongType' }],
    ['a JPEG without its end', jpeg(), { kind: 'jpeg', fault: 'broken' }],
    ['a JPEG that ends in its metadata', jpeg().subarray(0, 8), { kind: 'jpeg', fault: 'broken' }],
    ['a PNG without its end', png(''), { kind: 'png', fault: 'broken' }],
    ['a PDF with a password', pdf('trailer << /Encrypt 5 0 R >>'), { kind: 'pdf', fault: 'locked' }],
    [
      'a PDF whose table says so',
      pdf('7 0 obj << /Type /XRef /Encrypt 5 0 R >> stream\r\n\x00\x01'),
      { kind: 'pdf', fault: 'locked' },
    ],
  ])('finds the fault of %s', async (_, file, found) => {
    expect(await examine(file)).toEqual(found);
  });
});
