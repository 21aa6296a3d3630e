import { describe, expect, it } from 'vitest';

import { findSignature } from './find-signature.ts';
import { SIGNED } from './signed-for-tests.ts';

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'файл.pdf') => new File([content], name);
const der = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
const document = fileOf(SIGNED.document, 'заявление.txt');

describe('a file with a signature of its own', () => {
  it.each([
    ['DER', der(SIGNED.detached)],
    ['base64', SIGNED.detached],
    ['PEM', `-----BEGIN CMS-----\n${SIGNED.detached.replace(/.{64}/g, '$&\n')}\n-----END CMS-----\n`],
  ])('is as it was when it was signed, says a signature in %s', async (_, content) => {
    expect(await findSignature(document, fileOf(content, 'заявление.sig'))).toEqual({
      found: 'intact',
      signature: SIGNED.detached,
    });
  });

  it('was changed after it was signed', async () => {
    const changed = fileOf(SIGNED.document.replace('верно', 'неверно'));
    expect(await findSignature(changed, fileOf(der(SIGNED.detached)))).toEqual({ found: 'changed' });
  });

  it('is left to the portal where the device does not know the algorithm', async () => {
    expect(await findSignature(document, fileOf(der(SIGNED.otherAlgorithm)))).toEqual({
      found: 'unreadable',
      signature: SIGNED.otherAlgorithm,
    });
  });

  it.each([
    ['holds the document itself: to send it would be to send the document', der(SIGNED.attached)],
    ['is no signature', 'это не подпись'],
    ['is cut off', der(SIGNED.detached).slice(0, 200)],
    ['is empty', ''],
  ])('is left to the portal without the signature where that %s', async (_, content) => {
    expect(await findSignature(document, fileOf(content))).toEqual({ found: 'unreadable' });
  });
});

describe('a PDF', () => {
  it('is as it was when it was signed', async () => {
    const examined = await findSignature(fileOf(SIGNED.pdf), undefined);
    expect(examined).toMatchObject({ found: 'intact', signature: expect.stringMatching(/^MII/) as string });
    // The zeros that fill up the place of the signature are no part of it.
    expect('signature' in examined && examined.signature.endsWith('AAAA')).toBe(false);
  });

  it('was changed after it was signed', async () => {
    expect(await findSignature(fileOf(SIGNED.pdf.replace('%PDF-1.7', '%PDF-1.6')), undefined)).toEqual({
      found: 'changed',
    });
  });

  it('is left to the portal where something was added behind the signature', async () => {
    expect(await findSignature(fileOf(`${SIGNED.pdf}%добавлено`), undefined)).toEqual({
      found: 'unreadable',
    });
  });

  it('has no signature', async () => {
    expect(await findSignature(fileOf('%PDF-1.7\n%%EOF\n'), undefined)).toEqual({ found: 'none' });
  });
});

it('asks for the signature file where the document is no PDF', async () => {
  expect(await findSignature(document, undefined)).toEqual({ found: 'elsewhere' });
});
