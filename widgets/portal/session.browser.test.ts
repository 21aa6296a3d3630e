/* oxlint-disable typescript/unbound-method -- puts functions in the place of others */
import { heardTokens } from '../../tests/widgets/heard-tokens.ts';
import { expect } from 'chai';

import {
  closePortalWindow,
  findButton,
  waitUntilFound,
  mountElement,
  openPortal,
  openSignedIn,
  pressInPortalWindow,
  runSandboxCommand,
  visibleTextOf,
} from '../../tests/widgets/page.ts';
import type { ApplicationForm } from '../application-form/application-form.ts';
import '../application-form/register.ts';
import type { SignedIn } from '../contract/session/schemas.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import type { Portal } from './context.ts';
import { getProfile } from './profile.ts';
import { providePortal } from './provide.ts';

/** What the window posts. */
const message = () =>
  new Promise<SignedIn>((resolve) => {
    addEventListener(
      'message',
      (event: MessageEvent<SignedIn>) => {
        resolve(event.data);
      },
      { once: true },
    );
  });

/** Signs in through the real window. Gives what the window has posted. */
async function signIn(portal: Portal, press: string): Promise<SignedIn> {
  const posted = message();
  const done = portal.session.signIn();
  await pressInPortalWindow(portal, press);
  expect(await done).to.equal('signedIn');
  return posted;
}

/** Resolves when the session tells this. */
const heard = ({ session }: Portal, name: 'change' | 'leave') =>
  new Promise((resolve) => {
    session.addEventListener(name, resolve, { once: true });
  });

const asked = (path: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(path)).length;

/** All that a script or the next visitor could find: addresses, storage, the page with its shadow roots. */
async function everything(): Promise<string> {
  const inside = (root: ParentNode): string =>
    [...root.querySelectorAll('*')]
      .map((element) => [
        ...[...element.attributes].map(({ value }) => value),
        (element as HTMLInputElement).value,
        element.shadowRoot && inside(element.shadowRoot),
        element.textContent,
      ])
      .join();
  return JSON.stringify([
    location.href,
    history.state,
    window.name,
    document.cookie,
    document.referrer,
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    await databases(),
    await caches.keys(),
    performance.getEntries().map(({ name }) => name),
    inside(document),
  ]);
}

async function databases(): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await settled(indexedDB.open(name));
    for (const store of db.objectStoreNames)
      rows.push(await settled(db.transaction(store).objectStore(store).getAll()));
    db.close();
  }
  return rows;
}

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error(request.error?.message));
    };
  });

/** All that is said in the console from now on. */
function listenToConsole(): () => string {
  const said: unknown[] = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const original = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
      said.push(...words);
      original(...words);
    };
  }
  return () => said.map(String).join();
}

/** Whether a tab is at our origin again: at the portal's it cannot be looked at. */
function isHere(tab: Window): boolean {
  try {
    return tab.document.readyState === 'complete' && tab.location.pathname === '/okno-test/okno.json';
  } catch {
    return false;
  }
}

describe('the session', function () {
  // Only Chromium's launcher can play in a second window.
  before(function () {
    if (!navigator.userAgent.includes('Chrome/')) this.skip();
  });
  let tab: Window | null = null;
  afterEach(async () => {
    // Left open, it would stand in front of the page of the next test file, which then paints once a second.
    tab?.close();
    performance.clearResourceTimings();
    // What the widget of a test before has saved is its own.
    document.body.replaceChildren();
    await new DraftVault().remove('detskiy-sad');
  });

  it('leaves its tokens nowhere on the page', async () => {
    const log = listenToConsole();
    const portal = await openPortal();
    const form = await mountElement<ApplicationForm>('okno-application-form', {
      service: 'detskiy-sad',
      portal,
    });
    await waitUntilFound(() => findButton(form, 'Войти'), 'the button');
    const posted = message();
    findButton(form, 'Войти')?.click();
    await pressInPortalWindow(portal, 'Примерова');
    await waitUntilFound(() => visibleTextOf(form).includes('Здравствуйте, Анна'), 'the greeting');
    await portal.session.renewTokens();
    const tokens = await heardTokens();
    expect(new Set(tokens).size).to.equal(4);
    const found = (await everything()) + log() + JSON.stringify(await posted);
    expect(found).to.include('Примерова').and.include('/v1/session/renewals');
    for (const token of tokens) expect(found).not.to.include(token);
  });

  it('asks one who has signed in before for a click only', async () => {
    const portal = await openPortal();
    await signIn(portal, 'Продолжить');
    expect((await getProfile(portal)).firstName).to.equal('Анна');
  });

  it('is renewed once for all who ask at the same time', async () => {
    const portal = await openPortal();
    await signIn(portal, 'Продолжить');
    let changes = 0;
    portal.session.addEventListener('change', () => {
      changes++;
    });
    const all = await Promise.all([
      portal.session.renewTokens(),
      portal.session.renewTokens(),
      portal.session.whenSettled(),
    ]);
    expect(all).to.deep.equal([true, true, true]);
    expect(asked('/v1/session/renewals')).to.equal(1);
    expect(changes).to.equal(0);
  });

  it('does not begin when the window is closed', async () => {
    const portal = await openPortal();
    const done = portal.session.signIn();
    await closePortalWindow(portal);
    expect(await done).to.equal('signInUnfinished');
    expect(portal.session.isSignedIn).to.equal(false);
  });

  it('does not take a code from anybody but the window that it opened', async () => {
    const portal = await openPortal();
    let state = '';
    const { getRandomValues } = crypto;
    const done = portal.session.signIn();
    crypto.getRandomValues = (array) => {
      const random = getRandomValues.call(crypto, array);
      state = Array.from(random as unknown as Uint32Array).join('-');
      return random as typeof array;
    };
    await waitUntilFound(() => state, 'the state');
    crypto.getRandomValues = getRandomValues;
    await new Promise((resolve) => setTimeout(resolve, 300));
    window.postMessage({ type: 'okno-signed-in', state, code: 'f'.repeat(43) }, location.origin);
    await new Promise((resolve) => {
      addEventListener('message', resolve, { once: true });
    });
    expect(asked('/v1/session/exchanges')).to.equal(0);
    await closePortalWindow(portal);
    expect(await done).to.equal('signInUnfinished');
  });

  it('leads the page itself to the portal after a window that gave no answer', async () => {
    const portal = await openPortal();
    const done = portal.session.signIn();
    await closePortalWindow(portal);
    await done;
    const opened = window.open.bind(window);
    let isOpened = false;
    window.open = () => {
      isOpened = true;
      return null;
    };
    // In a tab of its own, as the page of the test cannot leave.
    let href = '';
    const stop = (event: Event) => {
      event.preventDefault();
      ({ href } = event.target as HTMLAnchorElement);
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', stop);
      click.call(this);
    };
    expect(await portal.session.signIn()).to.equal('leaving');
    HTMLAnchorElement.prototype.click = click;
    window.open = opened;
    expect(isOpened).to.equal(false);
    expect(new URL(href).searchParams.get('returnTo')).to.equal(location.href);
  });

  it('comes back to the page where windows are blocked, with nothing left in its address', async () => {
    const portal = await openPortal();
    // A tab begins with what the one that opened it has kept.
    sessionStorage.clear();
    const opened = (tab = window.open('/okno-test/okno.json?service=x#part'));
    if (!opened) throw new Error('The tab did not open');
    const inTab = (code: string) =>
      (opened as unknown as typeof globalThis).eval(`(async () => {
        const { createPortal, providePortal } = await import('/widgets/portal/provide.ts');
        const url = new URL('/okno-test/okno.json', location.href);
        const portal = createPortal(await (await fetch(url)).json(), url);
        providePortal(document.documentElement, portal);
        const { session } = portal;
        ${code}
      })()`) as Promise<unknown>;
    await waitUntilFound(() => opened.location.pathname === '/okno-test/okno.json', 'the tab');
    await inTab('window.open = () => null; await session.signIn();');
    await pressInPortalWindow(portal, 'Продолжить');
    await waitUntilFound(() => isHere(opened), 'the way back');
    const seen = await inTab(`
      const profile = await session.whenSettled() && await session.send('/v1/profile', {});
      return JSON.stringify([profile.status, location.href, { ...sessionStorage }]);
    `);
    const [status, href, kept] = JSON.parse(String(seen)) as [number, string, object];
    expect(status).to.equal(200);
    expect(href).to.equal(`${location.origin}/okno-test/okno.json?service=x#part`);
    expect(kept).to.deep.equal({});
  });

  it('takes no answer that this page did not ask for', async () => {
    location.hash = `okno-state=x&okno-code=${'y'.repeat(43)}`;
    const portal = await openPortal();
    providePortal(document.body, portal);
    expect(location.hash).to.equal('');
    expect(await portal.session.whenSettled()).to.equal(false);
    expect(asked('/v1/session/exchanges')).to.equal(0);
  });

  it('is over when the portal says so, and tells the widgets', async () => {
    const portal = await openPortal();
    await signIn(portal, 'Продолжить');
    await runSandboxCommand({ command: 'end-sessions' });
    const changed = heard(portal, 'change');
    expect(await portal.session.renewTokens()).to.equal(false);
    await changed;
    expect(await portal.session.whenSettled()).to.equal(false);
  });

  it('ends in all tabs of the site when the citizen signs out in one of them', async () => {
    const portal = await openSignedIn();
    const second = await openSignedIn();
    const left = heard(portal, 'leave');
    expect(await second.session.signOut()).to.equal(true);
    await left;
    expect(portal.session.isSignedIn).to.equal(false);
  });
});
