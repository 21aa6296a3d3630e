import { describe, expect, it } from 'vitest';

import { generateRatings } from '../../tests/generate-ratings.ts';
import { CRITERIA } from '../../widgets/contract/ratings/criteria.ts';
import { moveCaseTo, type OfficialMoveInput } from '../workflow/officials.ts';
import { TEST_NOW, newIdempotencyKey, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
type Created = Awaited<ReturnType<Portal['sendApplication']>>;

const MARKS = { time: 5, politeness: 4 };

function send(
  portal: Portal,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  return portal.call(`/v1/ratings${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newIdempotencyKey(), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}
const byCode = ({ code }: Created) => ({ 'Okno-Case-Code': code });
const ratings = (portal: Portal) =>
  portal.context().db.prepare('SELECT application, marks FROM ratings').all();

async function ready(portal: Portal): Promise<Created> {
  const created = await portal.sendApplication();
  moveCaseTo(portal.context(), created.number, { to: 'ready' });
  return created;
}

describe('a rating', () => {
  it('is changed for a day, and only by who has given it', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const created = await ready(portal);
    const path = `/${created.number}`;
    await send(portal, 'POST', '', { ...created, marks: MARKS, anonymous: true });
    const own = await send(portal, 'GET', path, undefined, byCode(created));
    expect(await own.json()).toMatchObject({ marks: MARKS, anonymous: true });
    now = new Date(now.getTime() + 86_400_000);
    const changed = { marks: { time: 2 }, comment: 'Передумала' };
    expect((await send(portal, 'PUT', path, changed, byCode(created))).status).toBe(200);
    const after = await send(portal, 'GET', path, undefined, byCode(created));
    expect(await after.json()).toMatchObject({ ...changed, anonymous: false });
    now = new Date(now.getTime() + 1);
    const late = await send(portal, 'PUT', path, { marks: { time: 1 } }, byCode(created));
    expect([late.status, await late.json()]).toMatchObject([409, { type: 'already-rated' }]);
    expect(ratings(portal)).toHaveLength(1);
  });

  it('is refused twice, for another, and before the answer: twenty attempts', async () => {
    const portal = await startTestSandbox();
    const [mine, other] = [await ready(portal), await ready(portal)];
    const early = await portal.sendApplication();
    await send(portal, 'POST', '', { ...mine, marks: MARKS });
    const wrong = 'ACEK37MPTY';
    const rate = (body: object, headers?: Record<string, string>) => send(portal, 'POST', '', body, headers);
    const change = (created: Created, headers: Record<string, string>) =>
      send(portal, 'PUT', `/${created.number}`, { marks: { time: 1 } }, headers);
    const stateTo = async (move: OfficialMoveInput) => {
      const created = await portal.sendApplication();
      moveCaseTo(portal.context(), created.number, move);
      return rate({ ...created, marks: MARKS });
    };
    const attempts: [string, () => Promise<Response>][] = [
      ['the same again', () => rate({ ...mine, marks: MARKS })],
      ['again with other marks', () => rate({ ...mine, marks: { time: 1 } })],
      [
        'again with the number written otherwise',
        () => rate({ ...mine, number: mine.number.replaceAll('-', ' '), marks: MARKS }),
      ],
      [
        'again with the code written otherwise',
        () => rate({ ...mine, code: mine.code.toLowerCase(), marks: MARKS }),
      ],
      ['again without a name', () => rate({ ...mine, marks: MARKS, anonymous: true })],
      ['again with a comment', () => rate({ ...mine, marks: MARKS, comment: 'Ещё раз' })],
      [
        'again as somebody who has signed in',
        () => rate({ ...mine, marks: MARKS }, portal.headersOf('anna')),
      ],
      ['for another with my code', () => rate({ number: other.number, code: mine.code, marks: MARKS })],
      ['for another with a wrong code', () => rate({ number: other.number, code: wrong, marks: MARKS })],
      ['for another without a code', () => rate({ number: other.number, marks: MARKS })],
      [
        'for another after signing in',
        () => rate({ number: other.number, marks: MARKS }, portal.headersOf('ivan')),
      ],
      ['for a number that nobody has', () => rate({ number: '22-2026-999999', code: wrong, marks: MARKS })],
      ['before the answer', () => rate({ ...early, marks: MARKS })],
      ['while it is considered', () => stateTo({ to: 'checked' })],
      ['while a question waits', () => stateTo({ to: 'asked', text: 'Какой адрес?' })],
      ['after it was withdrawn', () => stateTo({ to: 'withdrawn' })],
      ['a change of what was never rated', () => change(other, byCode(other))],
      ['a change with a wrong code', () => change(mine, { 'Okno-Case-Code': wrong })],
      ['a change with the code of another', () => change(mine, byCode(other))],
      ['a change without a code', () => change(mine, {})],
    ];
    expect(attempts).toHaveLength(20);
    const statuses = [];
    for (const [name, attempt] of attempts) {
      const { status } = await attempt();
      statuses.push([name, status === 404 || status === 409 || status === 429]);
    }
    expect(statuses.filter(([, isRefused]) => !isRefused)).toEqual([]);
    expect(ratings(portal)).toEqual([{ application: mine.number, marks: JSON.stringify(MARKS) }]);
  });
});

describe('the summary', () => {
  it.each([0, 1, 5, 500])('of %i ratings is what the database has, in portions of five', async (count) => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    generateRatings(portal.context().db, number, { count });
    const rows = ratings(portal).map(({ marks }) => JSON.parse(String(marks)) as Record<string, number>);
    const criteria = CRITERIA.flatMap((criterion) => {
      const given = rows.flatMap((row) => row[criterion] ?? []);
      const shown = given.slice(0, given.length - (given.length % 5));
      const sum = shown.reduce((total, mark) => total + mark, 0);
      const distribution = [1, 2, 3, 4, 5].map((mark) => shown.filter((one) => one === mark).length);
      return shown.length
        ? [
            {
              criterion,
              count: shown.length,
              mean: Math.round((sum / shown.length) * 100) / 100,
              distribution,
            },
          ]
        : [];
    });
    const expected = { enough: count >= 5, count: count - (count % 5), criteria };
    const told = async (path: string) => (await portal.call(path)).json() as Promise<unknown>;
    expect(await told('/v1/services/detskiy-sad/ratings')).toEqual({ service: 'detskiy-sad', ...expected });
    const agency = portal
      .context()
      .data.catalogue.services.find(({ slug }) => slug === 'detskiy-sad')?.agency;
    expect(await told(`/v1/agencies/${String(agency)}/ratings`)).toEqual({ agency, ...expected });
  });
});
