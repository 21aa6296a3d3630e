import { describe, expect, it } from 'vitest';

import { problemOf, sandbox } from './testing.ts';

type Portal = Awaited<ReturnType<typeof sandbox>>;

/** Rates an application of its own. */
async function rate(portal: Portal, marks: object, comment?: string) {
  const { number, code } = await portal.apply();
  portal.inside().db.prepare("UPDATE applications SET state = 'ready' WHERE number = ?").run(number);
  return portal.post('/v1/ratings', { number, code, marks, comment });
}
const summary = async (portal: Portal, headers: Record<string, string> = {}) =>
  portal.call('/v1/services/detskiy-sad/ratings', { headers });
const told = async (portal: Portal) => (await summary(portal)).json() as Promise<unknown>;

describe('GET /v1/services/{slug}/ratings', () => {
  it('tells nothing until five have rated', async () => {
    const portal = await sandbox();
    for (let i = 0; i < 4; i++) expect((await rate(portal, { time: 5 })).status).toBe(201);
    const nothing = { service: 'detskiy-sad', enough: false, count: 0, criteria: [] };
    expect(await told(portal)).toEqual(nothing);
    await rate(portal, { time: 1 });
    expect(await told(portal)).toEqual({
      ...nothing,
      enough: true,
      count: 5,
      criteria: [{ criterion: 'time', count: 5, mean: 4.2, distribution: [1, 0, 0, 0, 4] }],
    });
  });

  it('does not show what the sixth thinks by what has changed', async () => {
    const portal = await sandbox();
    for (let i = 0; i < 5; i++) await rate(portal, { time: 3, queue: 2 });
    const before = await told(portal);
    for (let i = 0; i < 4; i++) {
      await rate(portal, { time: 1 });
      expect(await told(portal)).toEqual(before);
    }
    await rate(portal, { time: 1 });
    expect(await told(portal)).toMatchObject({
      count: 10,
      criteria: [
        { criterion: 'time', count: 10, mean: 2 },
        { criterion: 'queue', count: 5, mean: 2 },
      ],
    });
  });

  it('leaves out what too few have answered', async () => {
    const portal = await sandbox();
    for (let i = 0; i < 5; i++) await rate(portal, i ? { time: 3 } : { time: 3, politeness: 1 });
    expect(await told(portal)).toMatchObject({ criteria: [{ criterion: 'time' }] });
  });

  it('is fetched again only when it has changed', async () => {
    const portal = await sandbox();
    const etag = (await summary(portal)).headers.get('ETag') ?? '';
    expect((await summary(portal, { 'If-None-Match': etag })).status).toBe(304);
    for (let i = 0; i < 5; i++) await rate(portal, { time: 3 });
    expect((await summary(portal, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('knows no service that the region has not', async () => {
    const portal = await sandbox();
    expect((await problemOf(await portal.call('/v1/services/net/ratings'))).type).toBe('not-found');
  });
});
