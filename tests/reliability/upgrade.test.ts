import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, it, onTestFinished } from 'vitest';

import { newDraft } from '../../widgets/drafts/draft.ts';
import { FIRST_VERSION_KEY, FIRST_VERSION_RECEIPT, writeFirstVersion } from './first-version.ts';
import { PortalProcess, applicationOf, writeTestPortalData } from './portal-under-test.ts';
import { FormTab, MemoryDraftStore } from './tab.ts';

it('an application that was sent to the first version without an answer is one application after the upgrade', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const file = join(folder, 'sandbox.sqlite');
  writeTestPortalData(folder);
  writeFirstVersion(file);
  const portal = new PortalProcess(folder);
  onTestFinished(async () => {
    await portal.kill();
    rmSync(folder, { recursive: true });
  });
  await portal.start();
  const device = new MemoryDraftStore();
  device.draft = {
    ...newDraft('detskiy-sad', 'v1'),
    values: { lastName: 'Примеров' },
    key: FIRST_VERSION_KEY,
    sent: [applicationOf('Примеров')],
    savedAt: 1,
  };
  // The page is opened again: what was on its way is sent under the same key.
  const { tab, sent } = await FormTab.open(device, portal.listening.url);
  await sent;
  expect(tab.number).toBe(FIRST_VERSION_RECEIPT.number);
  expect(device.draft.receipt).toEqual(FIRST_VERSION_RECEIPT);
  using db = new DatabaseSync(file, { readOnly: true });
  expect(db.prepare('SELECT number FROM applications').all()).toEqual([
    { number: FIRST_VERSION_RECEIPT.number },
  ]);
});
