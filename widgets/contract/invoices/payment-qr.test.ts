import { describe, expect, it } from 'vitest';

import { paymentQrText } from './payment-qr.ts';

const INVOICE = {
  uin: '2200000000000000421713052',
  application: '22-2026-000001',
  purpose: 'Государственная пошлина',
  amount: 35_000,
  payee: {
    name: 'Учебное казначейство',
    inn: '2200000001',
    kpp: '220001001',
    account: '03221643300000001700',
    bank: 'УЧЕБНЫЙ БАНК',
    bik: '010199999',
    bankAccount: '40102810345370000000',
    kbk: '00011301992020000130',
    oktmo: '01701000',
  },
};

/** Reads a payment as a bank does: the separator is the sign behind the eight of the prefix. */
function read(text: string) {
  const [, encoding, separator = ''] = /^ST0001(\d)(.)/.exec(text) ?? [];
  const pairs = text
    .slice(8)
    .split(separator)
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  return { encoding, separator, keys: pairs.map(([key]) => key), values: new Map(pairs) };
}

describe('what the QR code says', () => {
  it('is what ГОСТ Р 56042-2014 asks for, in its order', () => {
    expect(paymentQrText(INVOICE)).toBe(
      'ST00012|Name=Учебное казначейство|PersonalAcc=03221643300000001700|BankName=УЧЕБНЫЙ БАНК|BIC=010199999' +
        '|CorrespAcc=40102810345370000000|Sum=35000|Purpose=Государственная пошлина (22-2026-000001)|PayeeINN=2200000001' +
        '|KPP=220001001|CBC=00011301992020000130|OKTMO=01701000|UIN=2200000000000000421713052',
    );
  });

  it('can be read back by a bank', () => {
    const { encoding, keys, values } = read(paymentQrText(INVOICE));
    expect(encoding).toBe('2');
    expect(keys.slice(0, 5)).toEqual(['Name', 'PersonalAcc', 'BankName', 'BIC', 'CorrespAcc']);
    expect(values.get('Sum')).toBe('35000');
    expect(values.get('UIN')).toBe(INVOICE.uin);
  });

  it.each([
    ['За выписку | копия', '~'],
    ['За выписку |~', '^'],
    ['За «выписку» = копию', '|'],
  ])('is separated by a sign that %s does not have', (purpose, separator) => {
    const { separator: found, values } = read(paymentQrText({ ...INVOICE, purpose }));
    expect(found).toBe(separator);
    expect(values.get('Purpose')).toBe(`${purpose} (22-2026-000001)`);
  });

  it('keeps its fields apart when a purpose has every sign', () => {
    const { values } = read(paymentQrText({ ...INVOICE, purpose: 'За |~^#{}_|UIN=0' }));
    expect(values.get('UIN')).toBe(INVOICE.uin);
    expect(values.get('Purpose')).toContain('За  ~^#{}_ UIN=0');
  });

  it('has no line breaks, and a purpose that is not too long', () => {
    const { values } = read(paymentQrText({ ...INVOICE, purpose: `Пошлина\n${'о'.repeat(500)}` }));
    const purpose = values.get('Purpose') ?? '';
    expect(purpose.length).toBeLessThanOrEqual(210);
    expect(purpose).toMatch(/^Пошлина о+ \(22-2026-000001\)$/);
  });

  it('names no case where there is none', () => {
    const { uin, purpose, amount, payee } = INVOICE;
    const { values } = read(paymentQrText({ uin, purpose, amount, payee }));
    expect(values.get('Purpose')).toBe('Государственная пошлина');
  });
});
