import { earlyFetch } from '../../tests/widgets/early-fetch.ts';
import { expect } from 'chai';

import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
import {
  waitUntilFound,
  openPortal,
  pressInPortalWindow,
  runSandboxCommand,
  withoutPortal,
} from '../../tests/widgets/page.ts';
import type { Portal } from './context.ts';
import type { PortalChange } from './event-types.ts';
import { watchEvents } from './events.ts';

/** Signs in through the real window; the portal remembers who was there last. */
async function signIn(portal: Portal): Promise<void> {
  const done = portal.session.signIn();
  await pressInPortalWindow(portal, choice);
  expect(await done).to.equal('signedIn');
  choice = 'Продолжить';
}
let choice = 'Примерова';

/** Milliseconds: `sendMessageWaitForResponse` in @web/dev-server-core. The widgets' own waits are random. */
const RUNNER_WAITS = 20_000;

const original = { fetch: earlyFetch.send, setTimeout: window.setTimeout.bind(window) };

/** Requests for events since the test began. `answer` stands between the page and the portal. */
function between(answer: (request: Request) => Promise<Response> = original.fetch): Request[] {
  const seen: Request[] = [];
  earlyFetch.send = (input, init) => {
    const request = new Request(input, init);
    if (!request.url.includes('/v1/events')) return original.fetch(request);
    seen.push(request);
    return answer(request);
  };
  return seen;
}

describe('watch', function () {
  let portal: Portal;
  let stop: AbortController;
  // Only Chromium's launcher can play in a second window.
  before(function () {
    if (!navigator.userAgent.includes('Chrome/')) this.skip();
  });
  beforeEach(async () => {
    portal = await openPortal();
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
    earlyFetch.send = original.fetch;
    window.setTimeout = original.setTimeout;
    hide(false);
  });

  const listen = (signal = stop.signal) => {
    const heard: PortalChange[] = [];
    watchEvents(portal, { signal, onEvent: (change) => heard.push(change) });
    return heard;
  };
  const kinds = (heard: readonly PortalChange[]) => heard.map(({ kind }) => kind).join();
  const hide = (hidden: boolean) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const begun = (heard: readonly PortalChange[]) =>
    waitUntilFound(() => kinds(heard) === 'reset', 'the beginning');
  const changed = (heard: readonly PortalChange[]) =>
    waitUntilFound(() => kinds(heard).includes('applicationChanged'), 'the change');
  const moved = (number: string) => runSandboxCommand<string[]>({ command: 'move', number, move: {} });

  it('tells all widgets of the page over one stream what changes', async () => {
    await signIn(portal);
    const { number } = await createAcceptedApplication(portal);
    const requests = between();
    const [first, second] = [listen(), listen()];
    await begun(first);
    await moved(number);
    await changed(first);
    expect(first).to.deep.include({ kind: 'applicationChanged', subject: number });
    expect(second).to.deep.equal(first);
    expect(requests).to.have.lengthOf(1);
  });

  it('waits for somebody to sign in', async () => {
    const requests = between();
    const heard = listen();
    await signIn(portal);
    await begun(heard);
    expect(requests).to.have.lengthOf(1);
  });

  it('misses nothing while the portal is down', async () => {
    await signIn(portal);
    const { number } = await createAcceptedApplication(portal);
    const heard = listen();
    await begun(heard);
    await withoutPortal(() => moved(number));
    await changed(heard);
    expect(kinds(heard).match(/reset/g)).to.have.lengthOf(1);
  });

  it('rests while nobody looks, and catches up', async () => {
    await signIn(portal);
    const { number } = await createAcceptedApplication(portal);
    const requests = between();
    const heard = listen();
    await begun(heard);
    hide(true);
    await waitUntilFound(() => requests[0]?.signal.aborted, 'the rest');
    await moved(number);
    hide(false);
    await changed(heard);
    expect(requests).to.have.lengthOf(2);
    expect(requests[1]?.headers.get('Last-Event-ID')).to.match(/^\d+$/);
  });

  it('asks from time to time where a host keeps the stream back', async () => {
    await signIn(portal);
    const { number } = await createAcceptedApplication(portal);
    const requests = between((request) =>
      request.url.endsWith('/stream')
        ? new Promise((_, reject) => {
            request.signal.addEventListener('abort', () => {
              reject(new DOMException('', 'AbortError'));
            });
          })
        : original.fetch(request),
    );
    // A hundred times as fast as life, but for the runner of the tests, which waits for its own server.
    window.setTimeout = ((act: () => void, wait = 0) =>
      original.setTimeout(act, wait === RUNNER_WAITS ? wait : wait / 100)) as typeof window.setTimeout;
    const heard = listen();
    await begun(heard);
    expect(requests.map(({ url }) => /stream|events\?.*/.exec(url)?.[0])).to.deep.equal([
      'stream',
      'stream',
      'events?limit=1',
    ]);
    await moved(number);
    await changed(heard);
    await waitUntilFound(() => requests.some(({ headers }) => headers.has('If-None-Match')), 'a name');
  });

  it('ends for who wants no more, and closes the stream with the last', async () => {
    await signIn(portal);
    const { number } = await createAcceptedApplication(portal);
    const requests = between();
    const own = new AbortController();
    const [first, second] = [listen(own.signal), listen()];
    await begun(second);
    own.abort();
    await moved(number);
    await changed(second);
    expect(kinds(first)).to.equal('reset');
    stop.abort();
    await waitUntilFound(() => requests[0]?.signal.aborted, 'the end');
  });

  it('says nothing more when the citizen has signed out', async () => {
    await signIn(portal);
    const requests = between();
    const heard = listen();
    await begun(heard);
    await portal.session.signOut();
    choice = 'Примерова';
    await waitUntilFound(() => requests[0]?.signal.aborted, 'the end');
    expect(requests).to.have.lengthOf(1);
  });
});
