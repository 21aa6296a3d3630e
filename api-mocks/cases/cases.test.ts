import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { nextState } from '../../widgets/contract/applications/moves.ts';
import type { State } from '../../widgets/contract/applications/schemas.ts';
import { CaseCodeSchema } from '../../widgets/contract/case-code/schemas.ts';
import { openDatabase } from '../store/database.ts';
import { MoveError } from '../workflow/move-error.ts';
import { moveCaseTo, type OfficialMoveInput } from '../workflow/officials.ts';
import { contextFromDatabase } from '../workflow/database-context.ts';
import { TEST_NOW, readProblem, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
const moving = (portal: Portal, number: string, how: OfficialMoveInput) => {
  using db = openDatabase(portal.db);
  return moveCaseTo(contextFromDatabase(db, TEST_NOW), number, how);
};

describe('nextState', () => {
  it.each<[State, State | undefined]>([
    ['registered', 'checked'],
    ['checked', 'requested'],
    ['requested', 'decided'],
    ['decided', 'ready'],
    ['ready', undefined],
    ['refused', undefined],
    ['withdrawn', undefined],
  ])('after %s comes %s', (state, next) => {
    expect(nextState(state)).toBe(next);
  });
});

describe('GET /v1/applications/{number}/status', () => {
  it('says where a new application stands and what comes next', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    expect(await portal.status(created)).toMatchObject({
      number: created.number,
      service: { slug: 'detskiy-sad', short: 'Детский сад' },
      agency: { slug: 'komitet' },
      state: 'registered',
      dueOn: '2026-12-04',
      daysLeft: { value: 10, unit: 'workingDay' },
      overdue: false,
      history: [{ state: 'registered', at: TEST_NOW.toISOString() }],
      next: [
        { state: 'checked' },
        { state: 'requested' },
        { state: 'decided', by: '2026-12-04' },
        { state: 'ready' },
      ],
      rated: false,
    });
  });

  it('finds it after a restart, and takes the code as people write it', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await portal.sendApplication();
    await portal.restart();
    expect(await portal.status({ number, code: `${code.slice(0, 5)} ${code.slice(5)}` })).toMatchObject({
      number,
    });
  });

  it('answers a wrong number and a wrong code alike', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await portal.sendApplication();
    const ask = async (path: string, headers: Record<string, string>) =>
      readProblem(await portal.call(`/v1/applications/${path}/status`, { headers }));
    const wrong = code === '00000000' ? '11111111' : '00000000';
    const answers = await Promise.all([
      ask(number, { 'Okno-Case-Code': wrong }),
      ask(number, {}),
      ask('22-2026-000002', { 'Okno-Case-Code': code }),
      ask("22'; DROP TABLE applications --", { 'Okno-Case-Code': code }),
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 404, type: 'not-found' });
  });

  it('takes the code on a Russian keyboard, in groups, and codes of eight digits that were given before', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await portal.sendApplication();
    expect(v.parse(CaseCodeSchema, 'асек3-7мрту')).toBe('ACEK37MPTY');
    const typed = v.parse(CaseCodeSchema, code.toLowerCase().replace(/.{5}/, '$& – '));
    expect(await portal.status({ number, code: typed })).toMatchObject({ number });
    const salt = Buffer.alloc(16);
    const hash = createHash('sha256').update(salt).update('00412077').digest();
    portal.context().db.prepare('UPDATE applications SET codeSalt = ?, codeHash = ?').run(salt, hash);
    expect(await portal.status({ number, code: '0041-2077' })).toMatchObject({ number });
  });
});

describe('moving a case', () => {
  it('goes one step on', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    expect(moving(portal, created.number, {})).toEqual([`Дело ${created.number}: «Документы проверены».`]);
    expect(await portal.status(created)).toMatchObject({
      state: 'checked',
      next: [{ state: 'requested' }, {}, {}],
    });
  });

  it('goes through all steps to the result', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    moving(portal, created.number, { to: 'ready' });
    const status = await portal.status(created);
    expect(status.history.map(({ state }) => state)).toEqual([
      'registered',
      'checked',
      'requested',
      'decided',
      'ready',
    ]);
    expect(status).toMatchObject({ next: [], overdue: false, outcome: { title: 'Результат готов' } });
    expect(status.daysLeft).toBeUndefined();
  });

  it('refuses with a word on what to mend', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    moving(portal, created.number, { to: 'refused' });
    const { outcome } = await portal.status(created);
    expect(outcome).toEqual({
      title: 'Отказано',
      note: expect.stringContaining('отправьте заявление ещё раз') as string,
    });
  });

  it('goes neither back nor on from an end', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    moving(portal, number, { to: 'decided' });
    expect(() => moving(portal, number, { to: 'checked' })).toThrow(MoveError);
    moving(portal, number, { to: 'withdrawn' });
    expect(() => moving(portal, number, {})).toThrow('Дело закончено: «Отозвано».');
    expect(() => moving(portal, number, { overdue: true })).toThrow(MoveError);
    expect(() => moving(portal, '22-2026-999999', {})).toThrow('Дела 22-2026-999999 нет.');
  });

  it('asks, and goes on from where it stood', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    moving(portal, created.number, { to: 'checked' });
    moving(portal, created.number, { to: 'asked', text: 'Где печать?' });
    const { history, next } = await portal.status(created);
    expect(JSON.stringify(history)).not.toContain('Где печать?');
    expect(next).toEqual([{ state: 'requested' }, { state: 'decided' }, { state: 'ready' }]);
    expect(moving(portal, created.number, {})).toEqual([`Дело ${created.number}: «Сведения запрошены».`]);
  });

  it('asks neither twice nor after the decision', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    moving(portal, number, { to: 'asked' });
    expect(() => moving(portal, number, { to: 'asked' })).toThrow(MoveError);
    expect(() => moving(portal, number, { overdue: true })).toThrow('Срок стоит');
    moving(portal, number, { to: 'decided' });
    expect(() => moving(portal, number, { to: 'asked' })).toThrow(MoveError);
  });

  it("keeps an official's own words out of what a number and a code open", async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    moving(portal, created.number, { to: 'refused', text: 'Анна Сергеевна, нет печати.' });
    const status = await portal.status(created);
    expect(JSON.stringify(status)).not.toContain('Анна');
    expect(status.outcome?.note).toContain('написано в письме');
  });

  it('only writes where it is told only what to write', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    expect(moving(portal, created.number, { text: 'Ждите' })).toEqual([
      `Дело ${created.number}: письмо отправлено.`,
    ]);
    expect(await portal.status(created)).toMatchObject({ state: 'registered' });
  });

  it('makes it overdue by whole weeks, history and all', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    moving(portal, created.number, { to: 'checked' });
    moving(portal, created.number, { overdue: true });
    expect(await portal.status(created)).toMatchObject({
      submittedAt: '2026-10-30T05:00:00.000Z',
      dueOn: '2026-11-13',
      daysLeft: { value: -5, unit: 'workingDay' },
      overdue: true,
      history: [{ at: '2026-10-30T05:00:00.000Z' }, { at: '2026-10-30T05:00:00.000Z' }],
      next: [{ state: 'requested' }, { state: 'decided', by: '2026-11-13' }, { state: 'ready' }],
    });
  });

  it('works from the command line while the portal runs', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['api-mocks/move.ts', '--db', portal.db, ...args]);
    const { stdout } = await run(created.number, '--to', 'ready');
    expect(stdout).toContain('«Результат готов»');
    expect(await portal.status(created)).toMatchObject({ state: 'ready' });
    await expect(run(created.number)).rejects.toMatchObject({
      code: 1,
      stderr: 'Дело закончено: «Результат готов».\n',
    });
    await expect(run(created.number, '--to', 'lost')).rejects.toMatchObject({
      stderr: expect.stringContaining('lost') as string,
    });
    await expect(run()).rejects.toMatchObject({
      stderr: expect.stringContaining('Назовите номер') as string,
    });
  });
});
