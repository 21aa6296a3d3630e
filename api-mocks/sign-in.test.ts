import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ProfileSchema } from '../widgets/contract/session.ts';
import { SnilsSchema } from '../widgets/contract/values.ts';
import { CITIZENS } from './citizens.ts';
import { NOW, PAGE, application, newKey, problemOf, sandbox } from './testing.ts';

type Portal = Awaited<ReturnType<typeof sandbox>>;

const choose = (portal: Portal, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${portal.url()}/sign-in`, {
    method: 'POST',
    headers: { Origin: portal.url(), ...headers },
    body: new URLSearchParams({ origin: PAGE, state: 'state-1', citizen: 'anna', ...fields }),
  });

const tokenOf = async (response: Response) =>
  /"accessToken":"([\w-]{43})"/.exec(await response.text())?.[1] ?? '';
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('GET /sign-in', () => {
  const open = (portal: Portal, query: Record<string, string>) =>
    fetch(`${portal.url()}/sign-in?${new URLSearchParams(query).toString()}`);

  it('offers the demonstration citizens to a page on the list', async () => {
    const portal = await sandbox();
    const response = await open(portal, { origin: PAGE, state: 'state-1' });
    expect(response.status).toBe(200);
    const text = await response.text();
    for (const { profile } of CITIZENS) expect(text).toContain(profile.lastName);
  });

  it.each([
    ['another site', 'http://evil.test', 'state-1'],
    ['a site whose name begins alike', `${PAGE}.evil.test`, 'state-1'],
    ['a site with a path', `${PAGE}/`, 'state-1'],
    ['no origin', '', 'state-1'],
    ['no state', PAGE, ''],
  ])('refuses %s', async (_, origin, state) => {
    const portal = await sandbox();
    expect((await open(portal, { origin, state })).status).toBe(403);
    expect((await choose(portal, { origin, state })).status).toBe(403);
  });

  it('cannot be framed and runs no script of others', async () => {
    const portal = await sandbox();
    const { headers } = await open(portal, { origin: PAGE, state: '"><script>' });
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  });

  it('writes nothing into the page that the page did not mean', async () => {
    const portal = await sandbox();
    const state = '</script><script>alert(1)</script>"\'';
    for (const response of [await open(portal, { origin: PAGE, state }), await choose(portal, { state })])
      expect(await response.text()).not.toContain('<script>alert');
  });
});

describe('POST /sign-in', () => {
  it('hands the token to the page that asked, and to no other', async () => {
    const portal = await sandbox();
    const text = await (await choose(portal)).text();
    expect(text).toContain(`, "${PAGE}")`);
    expect(text).toMatch(
      /"type":"okno-signed-in","state":"state-1","accessToken":"[\w-]{43}","expiresIn":900/,
    );
  });

  it('refuses a form that another site has sent', async () => {
    const portal = await sandbox();
    expect(await problemOf(await choose(portal, {}, { Origin: PAGE }))).toMatchObject({ status: 403 });
    expect((await choose(portal, { citizen: 'nobody' })).status).toBe(403);
  });
});

describe('a session', () => {
  it('gives the profile, until its time is over', async () => {
    let now = NOW;
    const portal = await sandbox({ now: () => now });
    const headers = bearer(await tokenOf(await choose(portal)));
    const profile = v.parse(ProfileSchema, await (await portal.call('/v1/profile', { headers })).json());
    expect(profile).toEqual(CITIZENS[0]?.profile);
    now = new Date(NOW.getTime() + 15 * 60_000);
    expect(await problemOf(await portal.call('/v1/profile', { headers }))).toMatchObject({
      status: 401,
      type: 'signed-out',
    });
  });

  it('ends when the citizen signs out', async () => {
    const portal = await sandbox();
    const headers = bearer(await tokenOf(await choose(portal)));
    expect((await portal.call('/v1/session', { method: 'DELETE', headers })).status).toBe(204);
    expect((await portal.call('/v1/profile', { headers })).status).toBe(401);
  });

  it('is asked for where it is needed', async () => {
    const portal = await sandbox();
    const response = await portal.call('/v1/profile');
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(await problemOf(response)).toMatchObject({ status: 401 });
  });

  it('makes the application the citizen’s own; a token that is not good is refused', async () => {
    const portal = await sandbox();
    const token = await tokenOf(await choose(portal));
    const send = (headers: Record<string, string>) =>
      portal.post('/v1/applications', application(), { 'Idempotency-Key': newKey(), ...headers });
    expect((await send(bearer(token))).status).toBe(201);
    expect((await send(bearer('x'))).status).toBe(401);
  });
});

describe('demonstration citizens', () => {
  it.each(CITIZENS.map((citizen) => [citizen.id, citizen.profile] as const))(
    '%s is as the contract says',
    (_, profile) => {
      expect(v.is(ProfileSchema, profile)).toBe(true);
      if (profile.snils !== undefined) expect(v.parse(SnilsSchema, profile.snils)).toBe(profile.snils);
    },
  );
});
