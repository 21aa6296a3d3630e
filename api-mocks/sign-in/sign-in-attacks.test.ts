import { describe, expect, it } from 'vitest';

import { NOW, PAGE, newKey, problemOf, sandbox } from '../testing.ts';
import { Browser, CHALLENGE, VERIFIER, ledBack, messageIn, posted, type Portal } from '../testing-browser.ts';

const FROM_PAGE = { referer: `${PAGE}/page` };
const BACK = { returnTo: `${PAGE}/`, challenge: CHALLENGE };

/** Signing in came to nothing: no page was told anything, and the browser is not signed in. */
async function expectNothing(browser: Browser, address: URL): Promise<void> {
  const seen = await browser.open(address);
  expect(seen.status).toBe(403);
  expect(posted(seen) ?? ledBack(seen)).toBeUndefined();
  expect([...browser.cookies.values()].map(({ name }) => name)).not.toContain('okno-session');
}

/** A sign-in whose request to ЕСИА was changed on the way. */
async function tampered(portal: Portal, change: (query: URLSearchParams) => void) {
  const browser = new Browser(portal);
  const { url } = await browser.start({}, { before: '/esia/auth' });
  change(url.searchParams);
  return { browser, asked: await browser.open(url) };
}

describe('a page that is not on the list', () => {
  it.each([
    ['another site', 'http://evil.test', 'state-1'],
    ['a site whose name begins alike', `${PAGE}.evil.test`, 'state-1'],
    ['a site with a path', `${PAGE}/`, 'state-1'],
    ['a site in a sandboxed frame', 'null', 'state-1'],
    ['no origin', '', 'state-1'],
    ['no state', PAGE, ''],
    ['a state of the wrong kind', PAGE, 'a b'],
  ])('cannot sign anybody in: %s', async (_, origin, state) => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    expect((await browser.start({ origin, state })).status).toBe(403);
    await browser.signIn('anna');
    expect((await browser.start({ origin, state })).status).toBe(403);
    const form = { origin, state, as: 'same' };
    expect((await browser.open('/sign-in', { form })).status).toBe(403);
  });

  it('gets nothing when it opens the window for a page that is: the tokens go to that page', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const seen = await browser.choose(await browser.start({}, { referer: 'http://evil.test/' }), 'anna');
    expect(posted(seen)?.target).toBe(PAGE);
  });

  it('cannot press the portal’s buttons', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    await browser.signIn('anna');
    const response = await fetch(`${portal.url()}/sign-in`, {
      method: 'POST',
      headers: { Origin: 'http://evil.test', Cookie: browser.cookiesFor('/sign-in') },
      body: new URLSearchParams({ origin: PAGE, state: 'state-1', as: 'same' }),
    });
    expect(await problemOf(response)).toMatchObject({ status: 403 });
  });

  it('cannot frame the portal’s pages or write into them', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    await browser.signIn('anna');
    const asked = await browser.start({ state: '</script><script>alert(1)</script>"\'' });
    expect(asked.text).toContain('Продолжить');
    expect(asked.headers.get('Content-Security-Policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    const form = { origin: PAGE, state: '</script><script>alert(1)</script>', as: 'same' };
    const answered = await browser.open('/sign-in', { form });
    for (const { text } of [asked, answered]) expect(text).not.toContain('<script>alert');
  });
});

describe('an address to come back to', () => {
  it.each([
    ['another site', 'http://evil.test/'],
    ['a site whose name begins alike', `${PAGE}.evil.test/`],
    ['a name in front of another site', `${PAGE}@evil.test/`],
    ['a name and a password', 'http://user:pass@municipality.test/'],
    ['another port', `${PAGE}:8080/`],
    ['another scheme', 'https://municipality.test/'],
    ['a script', 'javascript:alert(1)//http://municipality.test/'],
    ['a blob of the site', `blob:${PAGE}/5e2b`],
    ['no scheme', '//municipality.test/'],
    ['a path only', '/page'],
    ['nothing', ''],
  ])('is refused: %s', async (_, returnTo) => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const query = { returnTo, challenge: CHALLENGE };
    expect((await browser.start(query, FROM_PAGE)).status).toBe(403);
    await browser.signIn('anna');
    const form = { origin: PAGE, state: 'state-1', as: 'same', ...query };
    expect((await browser.open('/sign-in', { form })).status).toBe(403);
  });

  it('is refused without a challenge, and a challenge without it', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    expect((await browser.start({ returnTo: BACK.returnTo }, FROM_PAGE)).status).toBe(403);
    expect((await browser.start({ challenge: BACK.challenge }, FROM_PAGE)).status).toBe(403);
    expect((await browser.start({ ...BACK, challenge: 'plain' }, FROM_PAGE)).status).toBe(403);
  });

  it.each([
    ['another site', { referer: 'http://evil.test/' }],
    ['a letter', {}],
    ['an address that is none', { referer: 'municipality.test' }],
  ])('is refused when %s leads there', async (_, visit) => {
    const portal = await sandbox();
    expect((await new Browser(portal).start(BACK, visit)).status).toBe(403);
  });
});

describe('what comes back from ЕСИА', () => {
  it('is good once', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const callback = await browser.callback();
    expect(messageIn(await browser.open(callback))).toBeDefined();
    const again = await browser.open(callback);
    expect(again.status).toBe(403);
    expect(posted(again)).toBeUndefined();
  });

  it('is good for the sign-in that it belongs to', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const [first, second] = [await browser.callback(), await browser.callback('ivan')];
    second.searchParams.set('code', first.searchParams.get('code') ?? '');
    await expectNothing(browser, second);
  });

  it('is good in the browser that began it: an attacker cannot sign others in as himself', async () => {
    const portal = await sandbox();
    const attacker = new Browser(portal);
    await expectNothing(new Browser(portal), await attacker.callback('ivan'));
    const victim = new Browser(portal);
    await victim.start();
    await expectNothing(victim, await attacker.callback('ivan'));
  });

  it('is not good in every browser when the attacker’s says that it has an empty cookie', async () => {
    const portal = await sandbox();
    const attacker = new Browser(portal);
    attacker.cookies.set('empty', { name: 'okno-browser', value: '', path: '/sign-in' });
    await expectNothing(new Browser(portal), await attacker.callback('ivan'));
  });

  it('is good with the state that was sent', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const callback = await browser.callback();
    callback.searchParams.delete('state');
    await expectNothing(browser, callback);
    callback.searchParams.set('state', 'x'.repeat(43));
    await expectNothing(browser, callback);
  });

  it.each([['http://evil.test/esia'], [undefined]])('is not good from %s', async (iss) => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const callback = await browser.callback();
    const changed = new URL(callback);
    if (iss === undefined) changed.searchParams.delete('iss');
    else changed.searchParams.set('iss', iss);
    await expectNothing(browser, changed);
    // What was tried is over.
    await expectNothing(browser, callback);
  });

  it.each(['nonce', 'code_challenge'])('is not good with another %s', async (name) => {
    const portal = await sandbox();
    const { browser, asked } = await tampered(portal, (query) => {
      query.set(name, CHALLENGE);
    });
    const { url } = await browser.choose(asked, 'anna', { before: '/sign-in/callback' });
    expect(url.searchParams.get('code')).not.toBeNull();
    await expectNothing(browser, url);
  });

  it('is not good after ten minutes', async () => {
    let now = NOW;
    const portal = await sandbox({ now: () => now });
    const browser = new Browser(portal);
    const callback = await browser.callback();
    now = new Date(NOW.getTime() + 600_000);
    await expectNothing(browser, callback);
  });
});

describe('ЕСИА', () => {
  it.each([
    ['another address to come back to', 'redirect_uri', 'http://evil.test/'],
    ['an address with more in it', 'redirect_uri', undefined],
    ['an unknown portal', 'client_id', 'evil'],
  ])('leads nobody on for %s', async (_, name, value) => {
    const portal = await sandbox();
    const { asked } = await tampered(portal, (query) => {
      query.set(name, value ?? `${query.get(name) ?? ''}/more`);
    });
    expect(asked.status).toBe(400);
  });

  it.each([
    ['without PKCE', 'code_challenge', ''],
    ['with PKCE in plain', 'code_challenge_method', 'plain'],
    ['for a token in the address', 'response_type', 'token'],
  ])('gives no code %s', async (_, name, value) => {
    const portal = await sandbox();
    const { asked } = await tampered(portal, (query) => {
      if (value) query.set(name, value);
      else for (const given of [name, `${name}_method`]) query.delete(given);
    });
    expect(asked.url.pathname).toBe('/sign-in/callback');
    expect(asked.url.href).not.toMatch(/[?&#](?:code|access_token)=/);
  });

  it('gives nothing for a code without the portal’s secret', async () => {
    const portal = await sandbox();
    const callback = await new Browser(portal).callback();
    const response = await fetch(`${portal.url()}/esia/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('okno-portal:secret')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: `${portal.url()}/sign-in/callback`,
        code_verifier: VERIFIER,
      }),
    });
    expect(response.status).toBe(401);
  });
});

describe('tokens', () => {
  it.each([
    ['/v1/session/exchanges', (code: string) => ({ code, verifier: VERIFIER })],
    ['/v1/session/renewals', (_: string, renewalToken: string) => ({ renewalToken })],
  ])('are given at %s to the page that signed in, and to nobody else', async (path, body) => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const { renewalToken } = await browser.signIn();
    const form = { origin: PAGE, state: 'state-1', as: 'same', ...BACK };
    const back = ledBack(await browser.open('/sign-in', { form }));
    const response = await fetch(portal.url() + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
      body: JSON.stringify(body(back?.answer.get('okno-code') ?? '', renewalToken)),
    });
    expect(await problemOf(response)).toMatchObject({ status: 401, type: 'signed-out' });
  });

  it('stand in no address', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const { accessToken, renewalToken } = await browser.signIn();
    const addresses = browser.visited.join(' ');
    expect(addresses).toContain('/sign-in/callback?code=');
    for (const token of [accessToken, renewalToken]) expect(addresses).not.toContain(token);
  });
});
