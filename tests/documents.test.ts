import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';
import { expect, it, onTestFinished } from 'vitest';

import { issueInvoice } from '../api-mocks/payments/invoices.ts';
import { exampleApplication, newIdempotencyKey, startTestSandbox } from '../api-mocks/testing.ts';
import { moveCaseTo } from '../api-mocks/workflow/officials.ts';
import { InvoiceListSchema } from '../widgets/contract/invoices/schemas.ts';
import { ApplicationCreatedSchema } from '../widgets/contract/applications/schemas.ts';
import { CaseFileListSchema } from '../widgets/contract/messages/schemas.ts';

/** Whether a program is installed here. Where it is not, its test is left out, and the log says so. */
function isInstalled(program: string): boolean {
  const isThere = spawnSync(program, ['--help']).error === undefined;
  if (!isThere) console.info(`${program} is not installed here: its test is left out.`);
  return isThere;
}

/** Runs a program on a file with this content. Gives what it prints. */
function read(content: string | Uint8Array, program: string, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'file');
  writeFileSync(file, content);
  const at = options.indexOf('FILE');
  const { stdout, stderr, status } = spawnSync(program, options.with(at, file), { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

/** Draws the dark squares of a QR code, which our SVG has as `M40,50h10v10h-10z`, as a picture of grey dots (PGM). */
function toPicture(svg: string): string {
  const unit = 10;
  const squares = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) / unit;
  const dark = new Set(
    Array.from(
      svg.matchAll(/M(\d+),(\d+)h10v10h-10z/g),
      ([, x, y]) => `${Number(x) / unit} ${Number(y) / unit}`,
    ),
  );
  const dots = Array.from({ length: squares * 4 }, (_, i) => Math.floor(i / 4));
  const lines = dots.map((y) => dots.map((x) => (dark.has(`${x} ${y}`) ? 0 : 255)).join(' '));
  return `P2\n${dots.length} ${dots.length}\n255\n${lines.join('\n')}\n`;
}

/** Anna has applied. */
async function appliedCase() {
  const portal = await startTestSandbox();
  const headers = portal.headersOf('anna');
  const key = { 'Idempotency-Key': newIdempotencyKey() };
  const response = await portal.post('/v1/applications', exampleApplication(), { ...headers, ...key });
  const { number } = v.parse(ApplicationCreatedSchema, await response.json());
  const call = (path: string) => portal.call(`/v1/applications/${number}${path}`, { headers });
  return { portal, number, call };
}

it.skipIf(!isInstalled('zbarimg'))(
  'a bank reads of the QR code of an invoice what ГОСТ Р 56042 says',
  async () => {
    const { portal, number, call } = await appliedCase();
    for (const purpose of [
      'Государственная пошлина',
      'Копия | выписка №№ 1–7, «на бумаге»',
      'Ж'.repeat(190),
    ]) {
      issueInvoice(portal.context(), number, { purpose, amount: 35_050 });
      const { items } = v.parse(InvoiceListSchema, await (await call('/invoices')).json());
      const invoice = items.find((item) => item.purpose === purpose);
      const svg = await (await call(`/invoices/${invoice?.uin ?? ''}/qr`)).text();
      const text = read(toPicture(svg), 'zbarimg', '--nodbus', '--quiet', '--raw', 'FILE').trimEnd();
      expect(text).toBe(invoice?.qr);
      const [, separator = ''] = /^ST00012(.)/.exec(text) ?? [];
      const pairs = text.split(separator).slice(1);
      expect(pairs.slice(0, 5).map((pair) => pair.split('=')[0])).toEqual([
        'Name',
        'PersonalAcc',
        'BankName',
        'BIC',
        'CorrespAcc',
      ]);
      expect(pairs).toContain('Sum=35050');
      expect(pairs).toContain(`Purpose=${purpose} (${number})`);
      expect(pairs).toContain(`UIN=${invoice?.uin ?? ''}`);
    }
  },
);

it.skipIf(!isInstalled('pdftotext'))('the result is a PDF that opens, with its words in it', async () => {
  const { portal, number, call } = await appliedCase();
  moveCaseTo(portal.context(), number, { to: 'ready' });
  const { items } = v.parse(CaseFileListSchema, await (await call('/files')).json());
  const bytes = new Uint8Array(await (await call(`/files/${items[0]?.id ?? ''}`)).arrayBuffer());
  const text = read(bytes, 'pdftotext', '-enc', 'UTF-8', 'FILE', '-');
  for (const words of ['УЧЕБНЫЙ ДОКУМЕНТ', `Решение по заявлению № ${number}`, 'Комитет по образованию'])
    expect(text).toContain(words);
});
