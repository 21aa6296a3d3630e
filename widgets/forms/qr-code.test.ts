import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { startTestSandbox } from '../../api-mocks/testing.ts';
import { qrModules } from './qr-code.ts';

const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;
if (!hasZbar)
  console.warn('zbarimg is not installed (zbar-tools): nobody reads the QR code of a receipt here');

/** Pixels of a module, and modules around the code. */
const [SCALE, QUIET_ZONE] = [4, 4];

/** The picture of a QR code: PGM (https://netpbm.sourceforge.net/doc/pgm.html). */
function pictureOf(text: string): Buffer {
  const rows = qrModules(text);
  const size = (rows.length + 2 * QUIET_ZONE) * SCALE;
  const isDark = (place: number) => Math.floor(place / SCALE) - QUIET_ZONE;
  const pixels = Buffer.alloc(size * size, 255);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (rows[isDark(y)]?.[isDark(x)]) pixels[y * size + x] = 0;
  return Buffer.concat([Buffer.from(`P5\n${size} ${size}\n255\n`), pixels]);
}

it.skipIf(!hasZbar)('a receipt comes out of its QR code as it went in: zbar reads it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const portal = await startTestSandbox();
  const { signed = '' } = await portal.sendApplication();
  const url = `https://gosuslugi.example.ru/catalogue/receipt/#${signed}`;
  const file = join(folder, 'receipt.pgm');
  writeFileSync(file, pictureOf(url));
  const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', '--nodbus', file], { encoding: 'utf8' });
  expect(stdout.trim()).toBe(url);
});
