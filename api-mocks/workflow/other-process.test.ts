import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { openDatabase } from '../store/database.ts';
import { NOW, REGION } from '../testing.ts';
import { contextFromDatabase, saveRegion } from './other-process.ts';

it('knows of the region what the portal has written down, and asks for a portal where none has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const db = openDatabase(join(folder, 'sandbox.sqlite'));
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  expect(() => contextFromDatabase(db, NOW)).toThrow('Запустите его: npm run sandbox');
  const calendar = { 2026: { daysOff: ['2026-12-31'], workingDays: [] } };
  saveRegion(db, { region: REGION, calendar });
  expect(contextFromDatabase(db, NOW).data).toEqual({ region: REGION, calendar });
});
