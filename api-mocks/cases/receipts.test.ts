import { compactVerify, createLocalJWKSet } from 'jose';
import * as v from 'valibot';
import { expect, it } from 'vitest';

import { ReceiptKeysSchema, ReceiptSchema } from '../../widgets/contract/receipts/schemas.ts';
import { EXAMPLE_ANSWERS, exampleApplication, startTestSandbox } from '../testing.ts';

type TestPortal = Awaited<ReturnType<typeof startTestSandbox>>;

/** Checks a receipt by the published keys, with a library that knows nothing of us. */
async function readSigned(portal: TestPortal, signed: string) {
  const keys = v.parse(ReceiptKeysSchema, await (await portal.call('/v1/receipt-keys')).json());
  const { payload } = await compactVerify(signed, createLocalJWKSet(keys));
  return v.parse(v.strictObject(ReceiptSchema.entries), JSON.parse(new TextDecoder().decode(payload)));
}

it('a receipt says what was sent, to whom, by when it is answered and how, and not the code', async () => {
  const portal = await startTestSandbox();
  const answers = { ...EXAMPLE_ANSWERS, email: 'anna@example.ru' };
  const { signed = '', code, ...created } = await portal.sendApplication(exampleApplication(answers));
  expect(await readSigned(portal, signed)).toEqual({
    ...created,
    service: 'Постановка на учёт в детский сад',
    agency: 'Комитет по образованию',
    toldBy: ['email'],
  });
  expect(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()).not.toContain(code);
});

it('a receipt of which one byte was changed, anywhere, is refused', async () => {
  const portal = await startTestSandbox();
  const { signed = '' } = await portal.sendApplication();
  for (let at = 0; at < signed.length; at += 7) {
    const other = signed[at] === 'A' ? 'B' : 'A';
    const changed = signed.slice(0, at) + other + signed.slice(at + 1);
    // The last sign of a base64url has bits that say nothing.
    if (Buffer.from(changed.replaceAll('.', '')).equals(Buffer.from(signed.replaceAll('.', '')))) continue;
    await expect(readSigned(portal, changed), `byte ${at}`).rejects.toThrow();
  }
});

it('a receipt is good after a restart: the key of receipts follows from that of the portal', async () => {
  const portal = await startTestSandbox();
  const { signed = '', number } = await portal.sendApplication();
  await portal.restart();
  expect(await readSigned(portal, signed)).toMatchObject({ number });
});
