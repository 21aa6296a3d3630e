import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ProfileSchema } from '../../widgets/contract/profile/schemas.ts';
import { TokensSchema } from '../../widgets/contract/session/schemas.ts';
import { SnilsSchema } from '../../widgets/contract/values/schemas.ts';
import { DEMO_CITIZENS, requireConfirmed } from './citizens.ts';
import { TEST_NOW, PAGE_ORIGIN, startTestSandbox } from '../testing.ts';
import {
  TestBrowser,
  postGrant,
  readReturnUrl,
  readSignedInMessage,
  readPostedMessage,
  tokenHeaders,
  type BrowserPage,
} from '../testing-browser.ts';

const HOUR = 3_600_000;
const BACK = { returnTo: `${PAGE_ORIGIN}/page?service=x#part` };
const FROM_PAGE = { referer: `${PAGE_ORIGIN}/` };

/** The fields of the portal's own form, as it was shown. */
const fieldsIn = ({ text }: BrowserPage) =>
  Object.fromEntries(
    [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')] as const,
    ),
  );

describe('the sign-in window', () => {
  it('leads to ЕСИА, which offers the demonstration citizens', async () => {
    const portal = await startTestSandbox();
    const { url, text } = await new TestBrowser(portal).startSignIn();
    expect(url.pathname).toMatch(/^\/esia\/interaction\//);
    for (const { profile } of DEMO_CITIZENS) expect(text).toContain(profile.lastName);
  });

  it('posts a code to the page that opened it, and closes', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const seen = await browser.chooseCitizen(await browser.startSignIn({ state: 'state-7' }), 'anna');
    expect(readPostedMessage(seen)).toMatchObject({
      message: {
        type: 'okno-signed-in',
        state: 'state-7',
        code: expect.stringMatching(/^[\w-]{43}$/) as string,
      },
      target: PAGE_ORIGIN,
    });
    expect(seen.text).toContain('window.close()');
  });

  it('leads back to the page with a code behind the #, where windows are blocked', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const seen = await browser.chooseCitizen(await browser.startSignIn(BACK, FROM_PAGE), 'anna');
    const { address, parameters } = readReturnUrl(seen) ?? {};
    expect(address).toBe(`${PAGE_ORIGIN}/page?service=x`);
    expect(parameters?.get('okno-state')).toBe('state-1');
    expect(parameters?.get('okno-code')).toMatch(/^[\w-]{43}$/);
    expect(readPostedMessage(seen)).toBeUndefined();
  });

  it('says nothing to the page of one who changed her mind', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const closed = await browser.chooseCitizen(await browser.startSignIn(), '');
    expect(readPostedMessage(closed)).toBeUndefined();
    expect(closed.text).toContain('window.close()');
    const back = readReturnUrl(await browser.chooseCitizen(await browser.startSignIn(BACK, FROM_PAGE), ''));
    expect([...(back?.parameters.keys() ?? [])]).toEqual(['okno-state']);
  });

  it('lets two tabs sign in at once', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const first = await browser.startSignIn({ state: 'one' });
    const second = await browser.startSignIn({ state: 'two' });
    expect(readSignedInMessage(await browser.chooseCitizen(first, 'anna'))?.state).toBe('one');
    expect(readSignedInMessage(await browser.chooseCitizen(second, 'anna'))?.state).toBe('two');
  });
});

describe('one who has signed in before', () => {
  it('is not asked by ЕСИА again, only whether this site may know', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    await browser.signIn('anna');
    const asked = await browser.startSignIn({ state: 'again' });
    expect(asked.text).toContain('Примерова Анна Сергеевна');
    expect(asked.text).toContain(PAGE_ORIGIN);
    expect(readPostedMessage(asked)).toBeUndefined();
    const seen = await browser.open('/sign-in', { form: { ...fieldsIn(asked), as: 'same' } });
    expect(readSignedInMessage(seen)?.state).toBe('again');
  });

  it('is led back to the page the same way', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    await browser.signIn('anna');
    const asked = await browser.startSignIn(BACK, FROM_PAGE);
    const seen = await browser.open('/sign-in', { form: { ...fieldsIn(asked), as: 'same' } });
    expect(readReturnUrl(seen)?.parameters.get('okno-code')).toMatch(/^[\w-]{43}$/);
  });

  it('can give way to another person, and is signed out then', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const anna = await browser.signIn('anna');
    const form = { ...fieldsIn(await browser.startSignIn()), as: 'other' };
    const seen = await browser.chooseCitizen(await browser.open('/sign-in', { form }), 'ivan');
    const body = { code: readSignedInMessage(seen)?.code };
    const exchanged = await postGrant(portal, '/v1/session/exchanges', { body });
    const ivan = v.parse(TokensSchema, await exchanged.json());
    const answers = [anna, ivan].map(({ accessToken }) =>
      portal.call('/v1/profile', { headers: tokenHeaders(portal, accessToken, '/v1/profile') }),
    );
    const [before, now] = await Promise.all(answers);
    expect(before?.status).toBe(401);
    expect(await now?.json()).toMatchObject({ firstName: 'Иван' });
  });

  it('is asked by ЕСИА again after eight hours, and after signing out', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const browser = new TestBrowser(portal);
    const { accessToken } = await browser.signIn('anna');
    const headers = tokenHeaders(portal, accessToken, '/v1/session', 'DELETE');
    expect((await portal.call('/v1/session', { method: 'DELETE', headers })).status).toBe(204);
    const first = await browser.startSignIn();
    expect(first.url.pathname).toMatch(/^\/esia\//);
    await browser.chooseCitizen(first, 'ivan');
    expect((await browser.startSignIn()).url.pathname).toBe('/sign-in');
    now = new Date(TEST_NOW.getTime() + 8 * HOUR);
    expect((await browser.startSignIn()).url.pathname).toMatch(/^\/esia\//);
  });

  it('stays signed in when the portal starts anew', async () => {
    const portal = await startTestSandbox();
    const browser = new TestBrowser(portal);
    const { accessToken } = await browser.signIn('anna');
    await portal.restart();
    const headers = tokenHeaders(portal, accessToken, '/v1/profile');
    expect((await portal.call('/v1/profile', { headers })).status).toBe(200);
    expect((await browser.startSignIn()).text).toContain('Примерова Анна');
  });
});

describe('demonstration citizens', () => {
  it.each(DEMO_CITIZENS.map((citizen) => [citizen.id, citizen.profile] as const))(
    '%s is as the contract says',
    (_, profile) => {
      expect(v.is(ProfileSchema, profile)).toBe(true);
      if (profile.snils !== undefined) expect(v.parse(SnilsSchema, profile.snils)).toBe(profile.snils);
    },
  );

  it('are of all kinds', () => {
    const is = (what: (citizen: (typeof DEMO_CITIZENS)[number]) => unknown) => DEMO_CITIZENS.some(what);
    expect(is(({ account }) => account === 'simplified')).toBe(true);
    expect(is(({ account }) => account === 'standard')).toBe(true);
    expect(is(({ profile }) => profile.organization)).toBe(true);
    expect(is(({ account, profile }) => account === 'confirmed' && !profile.snils)).toBe(true);
  });

  it.each(DEMO_CITIZENS)('$id may do what needs identity: $account', (citizen) => {
    if (citizen.account === 'confirmed') requireConfirmed(citizen);
    else
      expect(() => {
        requireConfirmed(citizen);
      }).toThrow('подтверждённая');
  });
});
