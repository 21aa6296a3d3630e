import { describe, expect, it } from 'vitest';

import { PAGE_ORIGIN, TEST_NOW, startTestSandbox } from '../testing.ts';
import { TestBrowser } from '../testing-browser.ts';
import { TEST_KEY, TestKey } from '../testing-key.ts';

/** A portal where Anna has signed in, and a page that asks for her profile. */
async function signedIn() {
  const portal = await startTestSandbox();
  const { accessToken: token } = await new TestBrowser(portal).signIn('anna');
  const right = { method: 'GET', url: `${portal.url()}/v1/profile`, token, at: TEST_NOW };
  const ask = async (headers: Record<string, string>) =>
    (await portal.call('/v1/profile', { headers })).status;
  return { portal, token, right, ask };
}

describe('a token', () => {
  it('is good with a proof for the request, once', async () => {
    const { token, right, ask } = await signedIn();
    const headers = { Authorization: `DPoP ${token}`, DPoP: TEST_KEY.proof(right) };
    expect(await ask(headers)).toBe(200);
    expect(await ask(headers)).toBe(401);
  });

  it('is good at an address with a query, which the proof does not name', async () => {
    const { portal, token, right } = await signedIn();
    const DPoP = TEST_KEY.proof({ ...right, url: `${portal.url()}/v1/events` });
    const headers = { Authorization: `DPoP ${token}`, DPoP };
    expect((await portal.call('/v1/events?limit=1', { headers })).status).toBe(200);
  });

  it.each(['http://other.test', `${PAGE_ORIGIN}.evil.test`])(
    'is worth nothing on another site: %s',
    async (other) => {
      const portal = await startTestSandbox({ origins: [PAGE_ORIGIN, other] });
      const { accessToken: token } = await new TestBrowser(portal).signIn('anna');
      const DPoP = TEST_KEY.proof({ method: 'GET', url: `${portal.url()}/v1/profile`, token, at: TEST_NOW });
      const headers = { Authorization: `DPoP ${token}`, DPoP, Origin: other };
      expect((await portal.call('/v1/profile', { headers })).status).toBe(401);
    },
  );

  it('is worth nothing in a program that is no browser and says nothing of its site', async () => {
    const { token, right } = await signedIn();
    const headers = { Authorization: `DPoP ${token}`, DPoP: TEST_KEY.proof(right) };
    expect((await fetch(right.url, { headers })).status).toBe(401);
  });

  it.each([
    ['without a proof', {}],
    ['as a bearer token', { Authorization: 'Bearer' }],
    ['with what is no proof', { DPoP: 'a.b.c' }],
    ['with a proof by another key', { key: new TestKey() }],
    ['with a proof for another method', { method: 'POST' }],
    ['with a proof for another address', { url: 'http://localhost:1/v1/profile' }],
    ['with a proof for another path', { path: '/v1/session' }],
    ['with a proof for another token', { token: 'x'.repeat(43) }],
    ['with a proof for no token', { token: undefined }],
    ['with a proof of ten minutes ago', { at: new Date(TEST_NOW.getTime() - 600_000) }],
    ['with a proof of the time to come', { at: new Date(TEST_NOW.getTime() + 600_000) }],
    ['with a proof without a number', { change: { payload: { jti: undefined } } }],
    ['with a proof without a time', { change: { payload: { iat: undefined } } }],
    ['with another kind of JWT', { change: { header: { typ: 'JWT' } } }],
    ['with a proof that is not signed', { change: { header: { alg: 'none' } } }],
    [
      'with a proof by a symmetric key',
      { change: { header: { alg: 'HS256', jwk: { kty: 'oct', k: 'eA' } } } },
    ],
    ['with a key that is none', { change: { header: { jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' } } } }],
  ] as [string, Record<string, unknown>][])('is worth nothing %s', async (how, wrong) => {
    const { portal, token, right, ask } = await signedIn();
    const { key = TEST_KEY, path, DPoP, Authorization = 'DPoP', ...change } = wrong;
    const url = typeof path === 'string' ? portal.url() + path : right.url;
    const proof = DPoP ?? (key as TestKey).proof({ ...right, url, ...change });
    expect(
      await ask({
        Authorization: `${String(Authorization)} ${token}`,
        ...(how !== 'without a proof' && { DPoP: proof as string }),
      }),
    ).toBe(401);
  });
});
