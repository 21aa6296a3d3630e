import { generateKeyPairSync, sign } from 'node:crypto';

import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Receipt, ReceiptKeys } from './schemas.ts';
import { checkReceipt, findSignedReceipt, receiptFile } from './signed-receipt.ts';

const RECEIPT: Receipt = {
  number: '22-2026-000001',
  service: 'Постановка на учёт и зачисление в детский сад',
  agency: 'Комитет по образованию города Барнаула',
  applicant: 'Примерова Анна Петровна',
  submittedAt: '2026-11-21T05:00:00.000Z',
  dueOn: '2026-12-04',
  toldBy: ['email', 'sms'],
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key of a portal, and a receipt that is signed with it. */
function signedBy(kid: string): { key: ReceiptKeys['keys'][number]; signed: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const text = `${encode({ alg: 'EdDSA', kid })}.${encode(RECEIPT)}`;
  const signed = `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  return { key: { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }, signed };
}

const { key, signed } = signedBy('first');
const other = signedBy('second');
const browsers: [string, () => void][] = [
  ['that knows Ed25519', () => undefined],
  [
    'that does not know it yet',
    () => {
      vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'));
    },
  ],
];

describe.each(browsers)('a receipt in a browser %s', (_, prepare) => {
  afterEach(() => vi.restoreAllMocks());

  it('is genuine where the portal has signed it', async () => {
    prepare();
    expect(await checkReceipt(signed, [other.key, key])).toEqual({ result: 'genuine', receipt: RECEIPT });
  });

  it('is refused where any byte of it was changed', async () => {
    prepare();
    for (let at = 0; at < signed.length; at += 5) {
      const changed = `${signed.slice(0, at)}${signed[at] === 'A' ? 'B' : 'A'}${signed.slice(at + 1)}`;
      const { result } = await checkReceipt(changed, [key]);
      expect(['changed', 'unreadable', 'unknownKey'], `byte ${at}`).toContain(result);
    }
    const last = signed.slice(0, -1) + (signed.endsWith('A') ? 'B' : 'A');
    expect((await checkReceipt(last, [key])).result).toBe('changed');
  });

  it('is not taken for another one: its words are of one receipt, its signature is of another', async () => {
    prepare();
    const mixed = [...signed.split('.').slice(0, 2), other.signed.split('.')[2]].join('.');
    expect((await checkReceipt(mixed, [key, other.key])).result).toBe('changed');
  });

  it('is neither right nor wrong where its key is not known', async () => {
    prepare();
    expect((await checkReceipt(signed, [other.key])).result).toBe('unknownKey');
  });
});

describe('a receipt', () => {
  it.each([
    ['an address from a QR code', `https://example.ru/receipt/#${signed}`],
    ['the receipt itself', ` ${signed}\n`],
    ['the saved file', receiptFile(signed)],
  ])('is found in %s', (_, text) => {
    expect(findSignedReceipt(text)).toBe(signed);
  });

  it.each(['', 'https://example.ru/receipt/', '{"payload":1}', 'Привет', `${'a'.repeat(5000)}.b.c`])(
    'is not found in %j',
    (text) => {
      expect(findSignedReceipt(text)).toBeUndefined();
    },
  );
});
