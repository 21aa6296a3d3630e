import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { openDatabase } from '../store/database.ts';
import { TEST_NOW, TEST_REGION } from '../testing.ts';
import { contextFromDatabase, saveRegion } from './database-context.ts';

it('knows of the region what the portal has written down, and asks for a portal where none has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const db = openDatabase(join(folder, 'sandbox.sqlite'));
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  expect(() => contextFromDatabase(db, TEST_NOW)).toThrow('Запустите его: npm run sandbox');
  const calendar = { 2026: { daysOff: ['2026-12-31'], workingDays: [] } };
  saveRegion(db, { region: TEST_REGION, calendar });
  expect(contextFromDatabase(db, TEST_NOW).data).toEqual({ region: TEST_REGION, calendar });
});
