import { describe, expect, it } from 'vitest';

import { TEST_NOW, readProblem, startTestSandbox } from '../testing.ts';
import { WrongCodeCounter } from './wrong-codes.ts';

const HOUR = 3_600_000;

/** Asks for the status of a case, and gives the response. */
const asking =
  (portal: Awaited<ReturnType<typeof startTestSandbox>>) =>
  (number: string, code: string, resource = 'applications') =>
    portal.call(`/v1/${resource}/${number}/status`, { headers: { 'Okno-Case-Code': code } });
const wrongCode = (i: number) => String(10_000_000 + i);

describe('wrong codes', () => {
  it('lock nobody out: who has the right code gets in, whoever has guessed', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await portal.sendApplication();
    const ask = asking(portal);
    for (let i = 0; i < 50; i++) await ask(number, wrongCode(i));
    expect((await ask(number, wrongCode(50))).status).toBe(429);
    expect((await ask(number, code)).status).toBe(200);
    // A library has one address for all.
    const other = await portal.sendApplication();
    expect((await ask(other.number, other.code)).status).toBe(200);
  });

  it('are slowed after a few, longer each time, for one number and for one code on many numbers', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    const ask = asking(portal);
    const waits = [];
    for (let i = 0; i < 9; i++) waits.push((await ask(number, wrongCode(i))).headers.get('Retry-After'));
    expect(waits).toEqual([null, null, null, null, null, '2', '4', '8', '16']);
    await portal.restart();
    const statuses = [];
    for (let i = 1; i <= 12; i++)
      statuses.push((await ask(`22-2026-${String(i).padStart(6, '0')}`, '12345678')).status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it('say the same of a number that exists and of one that does not', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    const ask = asking(portal);
    for (let i = 0; i < 5; i++) await ask(number, wrongCode(i));
    const known = await readProblem(await ask(number, wrongCode(5)));
    await portal.restart();
    for (let i = 0; i < 5; i++) await ask('22-2026-000999', wrongCode(i));
    expect(await readProblem(await ask('22-2026-000999', wrongCode(5)))).toEqual(known);
  });

  it('count once when the same pair is asked as an application and as a complaint', async () => {
    const portal = await startTestSandbox();
    const ask = asking(portal);
    for (let i = 0; i < 5; i++)
      for (const resource of ['applications', 'complaints'])
        expect((await ask('22-2026-000001', wrongCode(i), resource)).status).toBe(404);
    expect((await ask('22-2026-000001', wrongCode(5))).status).toBe(429);
  });

  it('are forgotten after an hour', () => {
    const counter = new WrongCodeCounter();
    const now = TEST_NOW.getTime();
    const count = (i: number, at: number) =>
      counter.countWrongCode({ number: '22-2026-000001', address: `10.0.0.${i}`, guess: wrongCode(i) }, at);
    for (let i = 0; i < 30; i++) count(i, now);
    expect(count(30, now)).toBe(900);
    expect(count(31, now + HOUR)).toBe(0);
  });
});
