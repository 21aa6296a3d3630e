import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkProperty } from '../../tests/random-examples.ts';
import { JPEG, readProblem, startTestSandbox } from '../testing.ts';

const HEADERS = ['Upload-Length', 'Upload-Metadata', 'Upload-Checksum', 'Upload-Offset'] as const;
const GOOD = {
  'Tus-Resumable': '1.0.0',
  'Content-Type': 'application/offset+octet-stream',
  'Upload-Length': String(JPEG.length),
  'Upload-Metadata': 'filename YQ==',
  'Upload-Offset': '0',
};

/** What a header can carry: numbers as nobody writes them, base64 and what looks like it, any visible bytes. */
const value = fc.oneof(
  fc.bigInt().map(String),
  fc.double().map(String),
  fc.constantFrom('0', '-0', '+1', '01', '1e3', '0x9', '9 ', '9,9', 'NaN', '١', '__proto__', 'filename', ''),
  fc.base64String({ maxLength: 80 }).map((text) => `filename ${text}`),
  fc.base64String({ maxLength: 80 }).map((text) => `sha1 ${text}`),
  fc
    .constantFrom('sha1', 'sha256', 'SHA1', 'md5', 'crc32')
    .map((name) => `${name} AAAAAAAAAAAAAAAAAAAAAAAAAAA=`),
  fc.string({
    unit: fc.constantFrom(' ', '!', '"', ',', ';', '=', '~', 'я', 'ÿ', '\t', '/', '\\'),
    maxLength: 40,
  }),
  fc.string({ maxLength: 200 }).map((text) => `filename ${Buffer.from(text).toString('base64')}`),
);

/** How files begin that are looked into more closely. */
const HEADS = [
  '',
  'PK\x03\x04',
  '\x89PNG\r\n\x1a\n',
  'RIFF',
  '\xff\xd8\xff',
  '\x1a\x45\xdf\xa3',
  'ID3',
  '\x1f\x8b',
  '%PDF',
];

describe('a header of tus', () => {
  it('is taken or refused, whatever is in it', async () => {
    const portal = await startTestSandbox();
    await checkProperty(
      fc.asyncProperty(
        fc.constantFrom('POST', 'PATCH'),
        fc.dictionary(fc.constantFrom(...HEADERS), value, { maxKeys: 2 }),
        async (method, headers) => {
          const begun = await portal.sendUpload(new Uint8Array(), 'a.jpg', {
            'Upload-Length': GOOD['Upload-Length'],
          });
          const created = begun.headers.get('Location') ?? '';
          const bytes = Object.entries(headers).map(([name, text]) => [
            name,
            Buffer.from(text)
              .toString('latin1')
              .replace(/[^\t\x20-\xff]/g, ''),
          ]);
          const response = await portal.call(method === 'POST' ? '/v1/uploads' : created, {
            method,
            headers: { ...GOOD, ...(Object.fromEntries(bytes) as Record<string, string>) },
            body: JPEG,
          });
          if (!response.ok) expect((await readProblem(response)).status).toBeLessThan(500);
          for (const path of new Set([created, response.headers.get('Location') ?? created]))
            await portal.call(path, { method: 'DELETE', headers: GOOD });
        },
      ),
      50,
    );
  });

  it('does not say what a file is: its content does, whatever that is', async () => {
    const portal = await startTestSandbox();
    await checkProperty(
      fc.asyncProperty(
        fc.constantFrom(...HEADS),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        async (head, rest) => {
          const response = await portal.sendUpload(
            new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), rest])),
          );
          if (response.ok)
            await portal.call(response.headers.get('Location') ?? '', { method: 'DELETE', headers: GOOD });
          else expect((await readProblem(response)).type).toBe('media-type');
        },
      ),
      40,
    );
  });
});
