import { execFile } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { expect, it } from 'vitest';

import { openDatabase } from './store/database.ts';
import { startTestSandbox } from './testing.ts';

const run = (...args: string[]) => promisify(execFile)(process.execPath, ['api-mocks/backup.ts', ...args]);

it('a copy is one whole file, also while the portal is running', async () => {
  const portal = await startTestSandbox();
  const { number } = await portal.sendApplication();
  const copy = join(dirname(portal.db), 'copy.sqlite');
  const { stdout } = await run('--db', portal.db, '--to', copy);
  expect(stdout).toContain('Ключ');
  expect(existsSync(`${copy}-wal`)).toBe(false);
  copyFileSync(`${portal.db}.key`, `${copy}.key`);
  using db = openDatabase(copy);
  expect(db.prepare('SELECT number FROM applications').all()).toEqual([{ number }]);
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
});

it('says when there is nothing to copy', async () => {
  const failed = run('--db', '/nowhere/sandbox.sqlite');
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('нет') as string });
});
