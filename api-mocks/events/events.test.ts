import { describe, expect, it } from 'vitest';

import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import { runTransaction } from '../store/database.ts';
import { addEvent } from './events.ts';
import { readProblem, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const happen = (portal: Portal, citizen = 'anna', kind: EventKind = 'messageReceived', subject = 'x') => {
  const inside = portal.context();
  runTransaction(inside.db, () => {
    addEvent(inside, { citizen, kind, subject });
  });
};

const list = async (portal: Portal, query = '', headers = portal.headersOf('anna')) =>
  (await portal.call(`/v1/events${query}`, { headers })).json() as Promise<unknown>;

describe('GET /v1/events', () => {
  it('tells what has changed, oldest first, and where to go on', async () => {
    const portal = await startTestSandbox();
    happen(portal, 'anna', 'invoiceIssued', '22-2026-000001');
    happen(portal, 'anna', 'invoicePaid', '22-2026-000001');
    expect(await list(portal)).toMatchObject({
      items: [{ kind: 'invoiceIssued', subject: '22-2026-000001' }, { kind: 'invoicePaid' }],
      next: '2',
      reset: false,
    });
    expect(await list(portal, '?after=1')).toMatchObject({ items: [{ id: '2' }], next: '2' });
    expect(await list(portal, '?after=2')).toEqual({ items: [], next: '2', reset: false });
    expect(await list(portal, '?limit=1')).toMatchObject({ items: [{ id: '2' }] });
  });

  it('tells nothing of others', async () => {
    const portal = await startTestSandbox();
    happen(portal, 'ivan');
    expect(await list(portal)).toMatchObject({ items: [], next: '1' });
  });

  it('says nothing while nothing changes', async () => {
    const portal = await startTestSandbox();
    const ask = (etag: string) =>
      portal.call('/v1/events?after=0', { headers: { ...portal.headersOf('anna'), 'If-None-Match': etag } });
    const etag = (await ask('')).headers.get('ETag') ?? '';
    expect((await ask(etag)).status).toBe(304);
    happen(portal, 'ivan');
    expect((await ask(etag)).status).toBe(304);
    happen(portal);
    expect((await ask(etag)).status).toBe(200);
  });

  it('says that something may be missing', async () => {
    const portal = await startTestSandbox();
    for (let i = 0; i < 3; i++) happen(portal);
    expect(await list(portal, '?after=9')).toMatchObject({ items: [{}, {}, {}], next: '3', reset: true });
    portal.context().db.exec('DELETE FROM events WHERE id < 3');
    expect(await list(portal, '?after=1')).toMatchObject({ items: [{ id: '3' }], reset: true });
    expect(await list(portal, '?after=2')).toMatchObject({ items: [{ id: '3' }], reset: false });
  });

  it('is for a citizen who has signed in', async () => {
    const portal = await startTestSandbox();
    expect((await readProblem(await portal.call('/v1/events'))).status).toBe(401);
  });
});
