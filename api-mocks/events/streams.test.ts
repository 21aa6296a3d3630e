import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { describe, expect, it, vi } from 'vitest';

import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import { insertRow, openDatabase, runTransaction } from '../store/database.ts';
import { EventStream } from './event-stream.ts';
import { addEvent } from './events.ts';
import { TEST_NOW, readProblem, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const happen = (portal: Portal, citizen = 'anna', kind: EventKind = 'messageReceived', subject = 'x') => {
  const inside = portal.context();
  runTransaction(inside.db, () => {
    addEvent(inside, { citizen, kind, subject });
  });
};

const EVENT = {
  citizen: 'anna',
  kind: 'messageReceived',
  subject: '22-2026-000001',
  at: TEST_NOW.toISOString(),
};
const happenOften = ({ context }: Portal, times: number) => {
  const { db } = context();
  runTransaction(db, () => {
    for (let i = 0; i < times; i++) insertRow(db, 'events', EVENT);
  });
};

/** Opens a stream and collects what comes. */
async function listen(portal: Portal, headers: Record<string, string>) {
  const stop = new AbortController();
  const response = await portal.call('/v1/events/stream', { headers, signal: stop.signal });
  const heard: EventSourceMessage[] = [];
  const ids: string[] = [];
  const parser = createParser({
    onEvent: (event) => heard.push(event),
    onId: (id) => ids.push(id),
  });
  const text = new TextDecoder();
  const over = (async () => {
    for await (const chunk of response.body ?? []) parser.feed(text.decode(chunk, { stream: true }));
  })().catch(() => 'cut');
  return {
    response,
    heard: () => heard.map(({ event }) => event),
    data: () => heard.map(({ data }) => JSON.parse(data) as unknown),
    ids,
    over,
    stop: () => {
      stop.abort();
    },
  };
}

describe('GET /v1/events/stream', () => {
  it('sends what happens from now on, to whom it concerns', async () => {
    const portal = await startTestSandbox();
    happen(portal);
    const anna = await listen(portal, portal.headersOf('anna'));
    expect(anna.response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    await expect.poll(() => anna.ids).toEqual(['1']);
    happen(portal, 'ivan');
    happen(portal, 'anna', 'applicationChanged', '22-2026-000001');
    await expect
      .poll(anna.data)
      .toMatchObject([{ id: '3', kind: 'applicationChanged', subject: '22-2026-000001' }]);
    expect(anna.heard()).toEqual(['applicationChanged']);
    expect(anna.ids).toEqual(['1', '3']);
    anna.stop();
  });

  it('goes on where it broke off, however much has happened', async () => {
    const portal = await startTestSandbox();
    happenOften(portal, 250);
    const anna = await listen(portal, { ...portal.headersOf('anna'), 'Last-Event-ID': '1' });
    await expect.poll(() => anna.heard().length).toBe(249);
    anna.stop();
  });

  it.each(['7', 'rubbish', '-1'])('has the client read everything anew after «%s»', async (id) => {
    const portal = await startTestSandbox();
    happen(portal);
    const anna = await listen(portal, { ...portal.headersOf('anna'), 'Last-Event-ID': id });
    await expect.poll(anna.heard).toEqual(['reset']);
    expect(anna.ids).toEqual(['1']);
    happen(portal);
    await expect.poll(anna.heard).toEqual(['reset', 'messageReceived']);
    anna.stop();
  });

  it('sees what another process does', async () => {
    const portal = await startTestSandbox();
    const anna = await listen(portal, portal.headersOf('anna'));
    await expect.poll(() => anna.ids).toEqual(['0']);
    using db = openDatabase(portal.db);
    insertRow(db, 'events', EVENT);
    await expect.poll(anna.heard, { timeout: 5000 }).toEqual(['messageReceived']);
    anna.stop();
  });

  it('tells nothing more when the session is over', async () => {
    const portal = await startTestSandbox();
    const headers = portal.headersOf('anna');
    const anna = await listen(portal, headers);
    await portal.call('/v1/session', { method: 'DELETE', headers });
    happen(portal);
    await anna.over;
    expect(anna.heard()).toEqual(['sessionEnded']);
    expect(portal.context().streams.size).toBe(0);
  });

  it('is limited for each citizen, and free again when one is closed', async () => {
    const portal = await startTestSandbox({ streamsPerCitizen: 2 });
    const [first, second] = [
      await listen(portal, portal.headersOf('anna')),
      await listen(portal, portal.headersOf('anna')),
    ];
    const third = await portal.call('/v1/events/stream', { headers: portal.headersOf('anna') });
    expect(third.headers.get('Retry-After')).toBe('30');
    expect((await readProblem(third)).type).toBe('too-many-tries');
    const ivan = await listen(portal, portal.headersOf('ivan'));
    expect(ivan.response.status).toBe(200);
    first.stop();
    await expect.poll(() => portal.context().streams.size).toBe(2);
    const fourth = await listen(portal, portal.headersOf('anna'));
    expect(fourth.response.status).toBe(200);
    for (const { stop } of [second, ivan, fourth]) stop();
  });

  it('is for a citizen who has signed in', async () => {
    const portal = await startTestSandbox();
    expect((await readProblem(await portal.call('/v1/events/stream'))).status).toBe(401);
  });

  it('opens nothing for HEAD', async () => {
    const portal = await startTestSandbox();
    await portal.call('/v1/events/stream', { method: 'HEAD', headers: portal.headersOf('anna') });
    expect(portal.context().streams.size).toBe(0);
  });

  it('does not hold the portal up when it stops', async () => {
    const portal = await startTestSandbox();
    const anna = await listen(portal, portal.headersOf('anna'));
    await portal.restart();
    await anna.over;
    expect(portal.context().streams.size).toBe(0);
  });
});

describe('an open stream', () => {
  const open = (portal: Portal, isSignedIn = () => true) => {
    const cut = vi.fn();
    const over = vi.fn();
    const { db } = portal.context();
    const stream = new EventStream(db, {
      citizen: 'anna',
      lastEventId: '0',
      isSignedIn,
      closeConnection: cut,
      onEnd: over,
    });
    return { stream, cut, over };
  };
  const waitingIn = async ({ body }: EventStream) => {
    const reader = body.getReader();
    for (let bytes = 0; ;) {
      const read = await Promise.race([
        reader.read(),
        new Promise<undefined>((resolve) => {
          setImmediate(resolve, undefined);
        }),
      ]);
      if (!read?.value) return bytes;
      bytes += read.value.length;
    }
  };
  const readAll = async ({ body }: EventStream) => new Response(body).text();

  it('shows that the connection lives', async () => {
    const { stream } = open(await startTestSandbox());
    stream.sendHeartbeat();
    stream.end();
    expect(await readAll(stream)).toBe('retry: 2000\nid: 0\n\n:\n\n');
  });

  it('is cut off when nobody reads, and holds little until then', async () => {
    const portal = await startTestSandbox();
    const { stream, cut, over } = open(portal);
    happenOften(portal, 1000);
    for (let i = 0; i < 100; i++) stream.sendNewEvents();
    stream.sendHeartbeat();
    expect(cut).not.toHaveBeenCalled();
    stream.sendHeartbeat();
    expect(cut).toHaveBeenCalledOnce();
    expect(over).toHaveBeenCalledOnce();
    const bytes = await waitingIn(stream);
    expect(bytes).toBeGreaterThan(16 * 1024);
    expect(bytes).toBeLessThan(64 * 1024);
  });

  it('ends by itself when the session is over', async () => {
    let isSignedIn = true;
    const { stream, over } = open(await startTestSandbox(), () => isSignedIn);
    isSignedIn = false;
    stream.sendHeartbeat();
    expect(await readAll(stream)).toContain('event: sessionEnded\n');
    expect(over).toHaveBeenCalled();
  });
});
