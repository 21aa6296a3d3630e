import { describe, expect, it } from 'vitest';

import { TEST_NOW, PAGE_ORIGIN, newIdempotencyKey, readProblem, startTestSandbox } from '../testing.ts';
import {
  TestBrowser,
  readReturnUrl,
  readSignedInMessage,
  readPostedMessage,
  type TestSandbox,
} from '../testing-browser.ts';
import { TEST_KEY, TestKey } from '../testing-key.ts';

const FROM_PAGE = { referer: `${PAGE_ORIGIN}/page` };
const KEY = { dpop_jkt: TEST_KEY.thumbprint };
const BACK = { returnTo: `${PAGE_ORIGIN}/` };

/** Signing in came to nothing: no page was told anything, and the browser is not signed in. */
async function expectNothing(browser: TestBrowser, address: URL): Promise<void> {
  const seen = await browser.open(address);
  expect(seen.status).toBe(403);
  expect(readPostedMessage(seen) ?? readReturnUrl(seen)).toBeUndefined();
  expect([...browser.cookies.values()].map(({ name }) => name)).not.toContain('okno-session');
}

/** A sign-in whose request to ЕСИА was changed on the way. */
async function tampered(portal: TestSandbox, change: (query: URLSearchParams) => void) {
  const browser = new TestBrowser(portal);
  const { url } = await browser.startSignIn({}, { before: '/esia/auth' });
  change(url.searchParams);
  return { browser, asked: await browser.open(url) };
}

describe('a page that is not on the list', () => {
  it.each([
    ['another site', 'http://evil.test', 'state-1'],
    ['a site whose name begins alike', `${PAGE_ORIGIN}.evil.test`, 'state-1'],
    ['a site with a path', `${PAGE_ORIGIN}/`, 'state-1'],
    ['a site in a sandboxed frame', 'null', 'state-1'],
    ['no origin', '', 'state-1'],
    ['no state', PAGE_ORIGIN, ''],
    ['a state of the wrong kind', PAGE_ORIGIN, 'a b'],
  ])('cannot sign anybody in: %s', async (_, origin, state) => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    expect((await browser.startSignIn({ origin, state })).status).toBe(403);
    await browser.signIn('anna');
    expect((await browser.startSignIn({ origin, state })).status).toBe(403);
    const form = { origin, state, as: 'same', ...KEY };
    expect((await browser.open('/sign-in', { form })).status).toBe(403);
  });

  it('gets nothing when it opens the window for a page that is: the code goes to that page', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const seen = await browser.chooseCitizen(
      await browser.startSignIn({}, { referer: 'http://evil.test/' }),
      'anna',
    );
    expect(readPostedMessage(seen)?.target).toBe(PAGE_ORIGIN);
  });

  it('cannot press the portal’s buttons', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    await browser.signIn('anna');
    const response = await fetch(`${portal.url()}/sign-in`, {
      method: 'POST',
      headers: { Origin: 'http://evil.test', Cookie: browser.cookiesFor('/sign-in') },
      body: new URLSearchParams({ origin: PAGE_ORIGIN, state: 'state-1', as: 'same' }),
    });
    expect(await readProblem(response)).toMatchObject({ status: 403 });
  });

  it('cannot frame the portal’s pages or write into them', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    await browser.signIn('anna');
    const asked = await browser.startSignIn({ state: '</script><script>alert(1)</script>"\'' });
    expect(asked.text).toContain('Продолжить');
    expect(asked.headers.get('Content-Security-Policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    const form = { origin: PAGE_ORIGIN, state: '</script><script>alert(1)</script>', as: 'same', ...KEY };
    const answered = await browser.open('/sign-in', { form });
    for (const { text } of [asked, answered]) expect(text).not.toContain('<script>alert');
  });
});

describe('an address to come back to', () => {
  it.each([
    ['another site', 'http://evil.test/'],
    ['a site whose name begins alike', `${PAGE_ORIGIN}.evil.test/`],
    ['a name in front of another site', `${PAGE_ORIGIN}@evil.test/`],
    ['a name and a password', 'http://user:pass@municipality.test/'],
    ['another port', `${PAGE_ORIGIN}:8080/`],
    ['another scheme', 'https://municipality.test/'],
    ['a script', 'javascript:alert(1)//http://municipality.test/'],
    ['a blob of the site', `blob:${PAGE_ORIGIN}/5e2b`],
    ['no scheme', '//municipality.test/'],
    ['a path only', '/page'],
    ['nothing', ''],
  ])('is refused: %s', async (_, returnTo) => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const query = { returnTo, ...KEY };
    expect((await browser.startSignIn(query, FROM_PAGE)).status).toBe(403);
    await browser.signIn('anna');
    const form = { origin: PAGE_ORIGIN, state: 'state-1', as: 'same', ...query };
    expect((await browser.open('/sign-in', { form })).status).toBe(403);
  });

  it.each([[''], ['plain'], ['x'.repeat(44)]])(
    'is refused without a key, and so is a window: «%s»',
    async (key) => {
      const portal = await startTestSandbox();
      const browser = new TestBrowser(portal);
      expect((await browser.startSignIn({ ...BACK, dpop_jkt: key }, FROM_PAGE)).status).toBe(403);
      expect((await browser.startSignIn({ dpop_jkt: key })).status).toBe(403);
    },
  );

  it.each([
    ['another site', { referer: 'http://evil.test/' }],
    ['a letter', {}],
    ['an address that is none', { referer: 'municipality.test' }],
  ])('is refused when %s leads there', async (_, visit) => {
    const portal = await startTestSandbox();
    expect((await new TestBrowser(portal).startSignIn(BACK, visit)).status).toBe(403);
  });
});

describe('what comes back from ЕСИА', () => {
  it('is good once', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const callback = await browser.callbackUrl();
    expect(readSignedInMessage(await browser.open(callback))).toBeDefined();
    const again = await browser.open(callback);
    expect(again.status).toBe(403);
    expect(readPostedMessage(again)).toBeUndefined();
  });

  it('is good for the sign-in that it belongs to', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const [first, second] = [await browser.callbackUrl(), await browser.callbackUrl('ivan')];
    second.searchParams.set('code', first.searchParams.get('code') ?? '');
    await expectNothing(browser, second);
  });

  it('is good in the browser that began it: an attacker cannot sign others in as himself', async () => {
    const portal = await startTestSandbox();
    const attacker = new TestBrowser(portal);
    await expectNothing(new TestBrowser(portal), await attacker.callbackUrl('ivan'));
    const victim = new TestBrowser(portal);
    await victim.startSignIn();
    await expectNothing(victim, await attacker.callbackUrl('ivan'));
  });

  it('is not good in every browser when the attacker’s says that it has an empty cookie', async () => {
    const portal = await startTestSandbox();
    const attacker = new TestBrowser(portal);
    attacker.cookies.set('empty', { name: 'okno-browser', value: '', path: '/sign-in' });
    await expectNothing(new TestBrowser(portal), await attacker.callbackUrl('ivan'));
  });

  it('is good with the state that was sent', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const callback = await browser.callbackUrl();
    callback.searchParams.delete('state');
    await expectNothing(browser, callback);
    callback.searchParams.set('state', 'x'.repeat(43));
    await expectNothing(browser, callback);
  });

  it.each([['http://evil.test/esia'], [undefined]])('is not good from %s', async (iss) => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const callback = await browser.callbackUrl();
    const changed = new URL(callback);
    if (iss === undefined) changed.searchParams.delete('iss');
    else changed.searchParams.set('iss', iss);
    await expectNothing(browser, changed);
    // What was tried is over.
    await expectNothing(browser, callback);
  });

  it.each(['nonce', 'code_challenge'])('is not good with another %s', async (name) => {
    const portal = await startTestSandbox();
    const { browser, asked } = await tampered(portal, (query) => {
      query.set(name, TEST_KEY.thumbprint);
    });
    const { url } = await browser.chooseCitizen(asked, 'anna', { before: '/sign-in/callback' });
    expect(url.searchParams.get('code')).not.toBeNull();
    await expectNothing(browser, url);
  });

  it('is not good after ten minutes', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const browser = new TestBrowser(portal);
    const callback = await browser.callbackUrl();
    now = new Date(TEST_NOW.getTime() + 600_000);
    await expectNothing(browser, callback);
  });
});

describe('ЕСИА', () => {
  it.each([
    ['another address to come back to', 'redirect_uri', 'http://evil.test/'],
    ['an address with more in it', 'redirect_uri', undefined],
    ['an unknown portal', 'client_id', 'evil'],
  ])('leads nobody on for %s', async (_, name, value) => {
    const portal = await startTestSandbox();
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
    const portal = await startTestSandbox();
    const { asked } = await tampered(portal, (query) => {
      if (value) query.set(name, value);
      else for (const given of [name, `${name}_method`]) query.delete(given);
    });
    expect(asked.url.pathname).toBe('/sign-in/callback');
    expect(asked.url.href).not.toMatch(/[?&#](?:code|access_token)=/);
  });

  it('gives nothing for a code without the portal’s secret', async () => {
    const portal = await startTestSandbox();
    const callback = await new TestBrowser(portal).callbackUrl();
    const response = await fetch(`${portal.url()}/esia/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('okno-portal:secret')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: `${portal.url()}/sign-in/callback`,
        code_verifier: 'verifier-that-somebody-has-made-up-for-the-code',
      }),
    });
    expect(response.status).toBe(401);
  });
});

describe('tokens', () => {
  it.each([
    ['from no site', { Origin: '' }],
    ['by another key', {}],
  ])('are given to the page that signed in, and not %s', async (who, headers) => {
    const portal = await startTestSandbox();
    const key = who === 'by another key' ? new TestKey() : TEST_KEY;
    const browser = new TestBrowser(portal);
    const { renewalToken } = await browser.signIn();
    const form = { origin: PAGE_ORIGIN, state: 'state-1', as: 'same', ...KEY, ...BACK };
    const code = readReturnUrl(await browser.open('/sign-in', { form }))?.parameters.get('okno-code');
    for (const [path, body] of [
      ['/v1/session/exchanges', { code }],
      ['/v1/session/renewals', { renewalToken }],
    ] as const) {
      const response = await fetch(portal.url() + path, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': newIdempotencyKey(),
          DPoP: key.proof({ method: 'POST', url: portal.url() + path, at: TEST_NOW }),
          ...(!('Origin' in headers) && { Origin: PAGE_ORIGIN }),
        },
        body: JSON.stringify(body),
      });
      expect(await readProblem(response)).toMatchObject({ status: 401, type: 'signed-out' });
    }
  });

  it('stand in no address', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const { accessToken, renewalToken } = await browser.signIn();
    const addresses = browser.visited.join(' ');
    expect(addresses).toContain('/sign-in/callback?code=');
    for (const token of [accessToken, renewalToken]) expect(addresses).not.toContain(token);
  });
});
