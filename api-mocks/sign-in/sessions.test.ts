import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ProfileSchema } from '../../widgets/contract/profile/schemas.ts';
import { SessionSchema, TokensSchema } from '../../widgets/contract/session/schemas.ts';
import { openDatabase } from '../store/database.ts';
import {
  TEST_NOW,
  PAGE_ORIGIN,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';
import {
  TestBrowser,
  postGrant,
  readReturnUrl,
  readSignedInMessage,
  tokenHeaders,
  type TestSandbox,
} from '../testing-browser.ts';
import { TEST_KEY, TestKey } from '../testing-key.ts';

const MINUTE = 60_000;

const renew = (portal: TestSandbox, renewalToken: string, headers?: Record<string, string>) =>
  postGrant(portal, '/v1/session/renewals', { body: { renewalToken }, headers });
const exchange = (portal: TestSandbox, code: string, headers?: Record<string, string>) =>
  postGrant(portal, '/v1/session/exchanges', { body: { code }, headers });
const tokensIn = async (response: Response) => v.parse(TokensSchema, await response.json());
const profileStatus = async (portal: TestSandbox, token: string) =>
  (await portal.call('/v1/profile', { headers: tokenHeaders(portal, token, '/v1/profile') })).status;

/** A code that has led back to the page. */
async function codeFor(portal: TestSandbox): Promise<string> {
  const browser = new TestBrowser(portal);
  const query = { returnTo: `${PAGE_ORIGIN}/` };
  const seen = await browser.chooseCitizen(
    await browser.startSignIn(query, { referer: `${PAGE_ORIGIN}/` }),
    'anna',
  );
  return readReturnUrl(seen)?.parameters.get('okno-code') ?? '';
}

describe('a session', () => {
  it('says who has signed in, and until when', async () => {
    const portal = await startTestSandbox();
    const response = await portal.call('/v1/session', { headers: portal.headersOf('marina') });
    expect(v.parse(SessionSchema, await response.json())).toEqual({
      lastName: 'Выдумкина',
      firstName: 'Марина',
      middleName: 'Олеговна',
      account: 'confirmed',
      organization: { name: 'ООО «Пример»', inn: '2200000001', ogrn: '1022200000008', position: 'Директор' },
      startedAt: '2026-11-20T05:00:00.000Z',
      endsAt: '2026-11-20T13:00:00.000Z',
    });
  });

  it('gives the profile, until the token’s time is over', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const { accessToken } = await new TestBrowser(portal).signIn('anna');
    const headers = () => tokenHeaders(portal, accessToken, '/v1/profile');
    const response = await portal.call('/v1/profile', { headers: headers() });
    expect(v.parse(ProfileSchema, await response.json()).lastName).toBe('Примерова');
    now = new Date(TEST_NOW.getTime() + 15 * MINUTE);
    const late = await portal.call('/v1/profile', { headers: headers() });
    expect(await readProblem(late)).toMatchObject({ status: 401, type: 'signed-out' });
  });

  it('ends on all pages when the citizen signs out', async () => {
    const portal = await startTestSandbox();
    const { accessToken, renewalToken } = await new TestBrowser(portal).signIn('anna');
    const next = await tokensIn(await renew(portal, renewalToken));
    const headers = tokenHeaders(portal, accessToken, '/v1/session', 'DELETE');
    expect((await portal.call('/v1/session', { method: 'DELETE', headers })).status).toBe(204);
    expect(await profileStatus(portal, next.accessToken)).toBe(401);
    expect((await renew(portal, next.renewalToken)).status).toBe(401);
  });

  it('is asked for where it is needed', async () => {
    const portal = await startTestSandbox();
    const response = await portal.call('/v1/profile');
    expect(response.headers.get('WWW-Authenticate')).toBe('DPoP algs="ES256"');
    expect(await readProblem(response)).toMatchObject({ status: 401 });
  });

  it('makes the application the citizen’s own; a token that is not good is refused', async () => {
    const portal = await startTestSandbox();
    const send = (headers: Record<string, string>) =>
      portal.post('/v1/applications', exampleApplication(), {
        'Idempotency-Key': newIdempotencyKey(),
        ...headers,
      });
    expect((await send(portal.headersOf('pavel'))).status).toBe(201);
    expect((await send({ Authorization: 'DPoP x' })).status).toBe(401);
  });

  it('cannot be used with a renewal token instead of an access token', async () => {
    const portal = await startTestSandbox();
    const { renewalToken } = await new TestBrowser(portal).signIn('anna');
    expect(await profileStatus(portal, renewalToken)).toBe(401);
  });

  it.each([
    ['anna', 200],
    ['nina', 403],
    ['pavel', 403],
  ])('of %s tells of the pension account only when the account is confirmed: %i', async (id, status) => {
    const portal = await startTestSandbox();
    const headers = { 'Idempotency-Key': newIdempotencyKey(), ...portal.headersOf(id) };
    const response = await portal.post('/v1/instant-requests', { kind: 'pensionAccount' }, headers);
    expect(response.status).toBe(status);
    if (status === 403) expect(await readProblem(response)).toMatchObject({ type: 'not-confirmed' });
  });

  it('lies in the database without its secrets', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const { accessToken, renewalToken } = await browser.signIn('anna');
    const cookies = [...browser.cookies.values()].map(({ value }) => value);
    using db = openDatabase(portal.db);
    const rows = ['sessions', 'tokens', 'signIns', 'answered'].flatMap((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    );
    const stored = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const secret of [accessToken, renewalToken, ...cookies]) expect(stored).not.toContain(secret);
  });
});

describe('a renewal', () => {
  it('gives new tokens, and the same ones when its answer was lost', async () => {
    const portal = await startTestSandbox();
    const { renewalToken } = await new TestBrowser(portal).signIn('anna');
    const key = { 'Idempotency-Key': newIdempotencyKey() };
    const next = await tokensIn(await renew(portal, renewalToken, key));
    expect(next.renewalToken).not.toBe(renewalToken);
    expect(await profileStatus(portal, next.accessToken)).toBe(200);
    expect(await tokensIn(await renew(portal, renewalToken, key))).toEqual(next);
  });

  it('of a token that was used before ends all that came of that sign-in', async () => {
    const portal = await startTestSandbox();
    const { accessToken, renewalToken } = await new TestBrowser(portal).signIn('anna');
    const next = await tokensIn(await renew(portal, renewalToken));
    expect(await readProblem(await renew(portal, renewalToken))).toMatchObject({ type: 'signed-out' });
    expect((await renew(portal, next.renewalToken)).status).toBe(401);
    expect(await profileStatus(portal, next.accessToken)).toBe(401);
    expect(await profileStatus(portal, accessToken)).toBe(401);
  });

  it('does not touch another page of the same citizen', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const first = await browser.signIn('anna');
    const form = { origin: PAGE_ORIGIN, state: 'second', as: 'same', dpop_jkt: TEST_KEY.thumbprint };
    const message = readSignedInMessage(await browser.open('/sign-in', { form }));
    const { accessToken: second } = await tokensIn(await exchange(portal, message?.code ?? ''));
    await renew(portal, first.renewalToken);
    await renew(portal, first.renewalToken);
    expect(await profileStatus(portal, first.accessToken)).toBe(401);
    expect(await profileStatus(portal, second)).toBe(200);
  });

  it('is no longer possible when the session is over', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const { renewalToken } = await new TestBrowser(portal).signIn('anna');
    now = new Date(TEST_NOW.getTime() + 8 * 60 * MINUTE - 5 * MINUTE);
    const next = await tokensIn(await renew(portal, renewalToken));
    expect(next.expiresIn).toBe(300);
    now = new Date(TEST_NOW.getTime() + 8 * 60 * MINUTE);
    expect((await renew(portal, next.renewalToken)).status).toBe(401);
  });

  it.each([['an access token', 'accessToken'] as const, ['nothing known', undefined]])(
    'is refused for %s',
    async (_, kind) => {
      const portal = await startTestSandbox();
      const tokens = await new TestBrowser(portal).signIn('anna');
      expect((await renew(portal, kind ? tokens[kind] : 'x'.repeat(43))).status).toBe(401);
    },
  );
});

describe('an exchange', () => {
  it('gives tokens for a code, and the same ones when its answer was lost', async () => {
    const portal = await startTestSandbox();
    const code = await codeFor(portal);
    const key = { 'Idempotency-Key': newIdempotencyKey() };
    const tokens = await tokensIn(await exchange(portal, code, key));
    expect(await profileStatus(portal, tokens.accessToken)).toBe(200);
    expect(await tokensIn(await exchange(portal, code, key))).toEqual(tokens);
  });

  it('of a code that was used before ends what came of it', async () => {
    const portal = await startTestSandbox();
    const code = await codeFor(portal);
    const tokens = await tokensIn(await exchange(portal, code));
    expect(await readProblem(await exchange(portal, code))).toMatchObject({ type: 'signed-out' });
    expect(await profileStatus(portal, tokens.accessToken)).toBe(401);
  });

  it('is refused after a minute', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const code = await codeFor(portal);
    now = new Date(TEST_NOW.getTime() + MINUTE);
    expect((await exchange(portal, code)).status).toBe(401);
  });

  it('is refused without a proof by a key, and the code may still be exchanged', async () => {
    const portal = await startTestSandbox();
    const code = await codeFor(portal);
    expect((await exchange(portal, code, { DPoP: 'a.b.c' })).status).toBe(400);
    expect((await exchange(portal, code)).status).toBe(201);
  });

  it('is refused with another key than that of the page, and the code is worth nothing then', async () => {
    const portal = await startTestSandbox();
    const code = await codeFor(portal);
    const request = { method: 'POST', url: `${portal.url()}/v1/session/exchanges`, at: TEST_NOW };
    expect((await exchange(portal, code, { DPoP: new TestKey().proof(request) })).status).toBe(401);
    expect((await exchange(portal, code)).status).toBe(401);
  });
});
