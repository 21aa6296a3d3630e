import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it, onTestFinished } from 'vitest';

import { findCase } from '../cases/cases.ts';
import { complaintStatesOf, findComplaint, unsealComplaint } from '../complaints/complaint-rows.ts';
import { answerComplaint } from '../workflow/complaint-answers.ts';
import { insertRow, openDatabase } from './database.ts';
import { contextFromDatabase, saveRegion } from '../workflow/database-context.ts';
import { historyOf } from '../cases/history.ts';
import { MIGRATIONS } from './migrations.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import { unseal } from './sealing.ts';
import { fullApplicationOf } from '../cases/status.ts';
import { EXAMPLE_ANSWERS, JPEG, TEST_NOW, TEST_REGION } from '../testing.ts';
import { readUpload } from '../files/upload-files.ts';

const NUMBER = '22-2026-000001';
const COMPLAINT = '22-2026-000002';
const WORDS = { text: 'Ответа нет.', name: 'Иван Образцов', email: 'ivan@example.com' };
const COMMENT = 'Спасибо Марии Петровне.';
const UPLOAD = { id: '7b3c1f0a-52d4-4c8e-9a6b-0d1e2f3a4b5c', name: 'паспорт Образцова.jpg' };

/** A file of the first version, with an application in it. */
function firstVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'sandbox.sqlite');
  using db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL');
  db.exec(MIGRATIONS[0]?.sql ?? '');
  db.exec('PRAGMA user_version = 1');
  insertRow(db, 'applications', {
    number: NUMBER,
    codeSalt: new Uint8Array(16),
    codeHash: new Uint8Array(32),
    service: JSON.stringify({ slug: 'detskiy-sad', title: 'Постановка на учёт', short: 'Детский сад' }),
    agency: JSON.stringify({ slug: 'komitet', title: 'Комитет по образованию' }),
    period: JSON.stringify({ value: 10, unit: 'workingDay' }),
    formVersion: 'v1',
    answers: JSON.stringify(EXAMPLE_ANSWERS),
    consentVersion: '1',
    citizen: 'anna',
    submittedAt: TEST_NOW.toISOString(),
    dueOn: '2026-12-04',
    state: 'registered',
  });
  insertRow(db, 'history', {
    application: NUMBER,
    state: 'registered',
    at: TEST_NOW.toISOString(),
    note: 'Заявление у специалиста.',
  });
  insertRow(db, 'complaints', {
    number: COMPLAINT,
    ground: 'overdue',
    agency: 'komitet',
    ...WORDS,
    consentVersion: '1',
    registeredAt: TEST_NOW.toISOString(),
    period: JSON.stringify({ value: 15, unit: 'workingDay' }),
    dueOn: '2026-12-11',
  });
  insertRow(db, 'ratings', {
    application: NUMBER,
    marks: JSON.stringify({ time: 5 }),
    comment: COMMENT,
    ratedAt: TEST_NOW.toISOString(),
  });
  insertRow(db, 'uploads', {
    ...UPLOAD,
    size: JPEG.length,
    type: 'image/jpeg',
    storedAt: TEST_NOW.toISOString(),
    application: NUMBER,
  });
  mkdirSync(join(folder, 'uploads'));
  writeFileSync(join(folder, 'uploads', UPLOAD.id), JPEG);
  return file;
}

/** What another process makes of a file, when a portal has run on it. */
function contextOf(db: DatabaseSync) {
  saveRegion(db, { region: TEST_REGION, calendar: {} });
  return contextFromDatabase(db, TEST_NOW);
}

describe('a file of the first version', () => {
  it('keeps its applications whole', () => {
    using db = openDatabase(firstVersion());
    const found = findCase(db, NUMBER);
    expect(found && fullApplicationOf(contextOf(db), found)).toMatchObject({
      number: NUMBER,
      service: { short: 'Детский сад' },
      agency: { slug: 'komitet' },
      state: 'registered',
      formVersion: 'v1',
      answers: EXAMPLE_ANSWERS,
      submittedAt: TEST_NOW.toISOString(),
      dueOn: '2026-12-04',
      daysLeft: { value: 10, unit: 'workingDay' },
      history: [{ state: 'registered', at: TEST_NOW.toISOString(), note: 'Заявление у специалиста.' }],
    });
    expect(historyOf(db, NUMBER)).toMatchObject([{ role: 'applicant', action: 'stateChanged' }]);
  });

  it('lets its cases go on', () => {
    using db = openDatabase(firstVersion());
    expect(moveCaseTo(contextOf(db), NUMBER, { to: 'ready' })).toHaveLength(4);
  });

  it('keeps its complaints whole, and they can be answered', () => {
    using db = openDatabase(firstVersion());
    const found = findComplaint(db, COMPLAINT);
    const context = contextOf(db);
    expect(found).toMatchObject({
      state: 'registered',
      dueOn: '2026-12-11',
      citizen: null,
      application: null,
    });
    expect(found && unsealComplaint(context.key, found)).toEqual(WORDS);
    expect(found && complaintStatesOf(db, found)).toEqual([
      { state: 'registered', at: TEST_NOW.toISOString() },
    ]);
    answerComplaint(context, COMPLAINT, { satisfied: true, text: 'Вы правы.' });
    expect(findComplaint(db, COMPLAINT)?.state).toBe('answered');
  });

  it('keeps what was said of its services', () => {
    using db = openDatabase(firstVersion());
    const { marks, sealedComment } = db.prepare('SELECT * FROM ratings').get() ?? {};
    expect(marks).toBe('{"time":5}');
    expect(unseal(contextOf(db).key, sealedComment as Uint8Array)).toBe(COMMENT);
  });

  it('keeps the files that came with its applications', async () => {
    const file = firstVersion();
    using db = openDatabase(file);
    const { sealed, ...row } = db.prepare('SELECT * FROM uploads').get() ?? {};
    const { key } = contextOf(db);
    expect(row).toMatchObject({ id: UPLOAD.id, state: 'clean', received: JPEG.length, application: NUMBER });
    expect(unseal(key, sealed as Uint8Array)).toBe(UPLOAD.name);
    const place = { db, key, uploadFolder: join(dirname(file), 'uploads') };
    expect(await readUpload(place, UPLOAD.id)).toEqual(Buffer.from(JPEG));
  });

  it.each([EXAMPLE_ANSWERS.childLastName, ...Object.values(WORDS), COMMENT, UPLOAD.name])(
    'keeps nothing in the open: «%s»',
    (words) => {
      const file = firstVersion();
      expect(readFileSync(file).includes(words)).toBe(true);
      openDatabase(file).close();
      expect(readFileSync(file).includes(words)).toBe(false);
    },
  );

  it('is upgraded once', () => {
    const file = firstVersion();
    openDatabase(file).close();
    using db = openDatabase(file);
    expect(findCase(db, NUMBER)).toBeDefined();
  });
});
