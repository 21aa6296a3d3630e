import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ProfileSchema } from '../../widgets/contract/profile/schemas.ts';
import { SnilsSchema } from '../../widgets/contract/values/schemas.ts';
import { CITIZENS, requireConfirmed } from './citizens.ts';
import { NOW, PAGE, sandbox } from '../testing.ts';
import { Browser, CHALLENGE, ledBack, messageIn, posted, type Seen } from '../testing-browser.ts';

const HOUR = 3_600_000;
const BACK = { returnTo: `${PAGE}/page?service=x#part`, challenge: CHALLENGE };
const FROM_PAGE = { referer: `${PAGE}/` };

/** The fields of the portal's own form, as it was shown. */
const fieldsIn = ({ text }: Seen) =>
  Object.fromEntries(
    [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')] as const,
    ),
  );

describe('the sign-in window', () => {
  it('leads to ЕСИА, which offers the demonstration citizens', async () => {
    const portal = await sandbox();
    const { url, text } = await new Browser(portal).start();
    expect(url.pathname).toMatch(/^\/esia\/interaction\//);
    for (const { profile } of CITIZENS) expect(text).toContain(profile.lastName);
  });

  it('posts the tokens to the page that opened it, and closes', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const seen = await browser.choose(await browser.start({ state: 'state-7' }), 'anna');
    expect(posted(seen)).toMatchObject({
      message: { type: 'okno-signed-in', state: 'state-7', expiresIn: 900 },
      target: PAGE,
    });
    expect(seen.text).toContain('window.close()');
  });

  it('leads back to the page with a code behind the #, where windows are blocked', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const seen = await browser.choose(await browser.start(BACK, FROM_PAGE), 'anna');
    const { address, answer } = ledBack(seen) ?? {};
    expect(address).toBe(`${PAGE}/page?service=x`);
    expect(answer?.get('okno-state')).toBe('state-1');
    expect(answer?.get('okno-code')).toMatch(/^[\w-]{43}$/);
    expect(posted(seen)).toBeUndefined();
  });

  it('says nothing to the page of one who changed her mind', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const closed = await browser.choose(await browser.start(), '');
    expect(posted(closed)).toBeUndefined();
    expect(closed.text).toContain('window.close()');
    const back = ledBack(await browser.choose(await browser.start(BACK, FROM_PAGE), ''));
    expect([...(back?.answer.keys() ?? [])]).toEqual(['okno-state']);
  });

  it('lets two tabs sign in at once', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const first = await browser.start({ state: 'one' });
    const second = await browser.start({ state: 'two' });
    expect(messageIn(await browser.choose(first, 'anna'))?.state).toBe('one');
    expect(messageIn(await browser.choose(second, 'anna'))?.state).toBe('two');
  });
});

describe('one who has signed in before', () => {
  it('is not asked by ЕСИА again, only whether this site may know', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    await browser.signIn('anna');
    const asked = await browser.start({ state: 'again' });
    expect(asked.text).toContain('Примерова Анна Сергеевна');
    expect(asked.text).toContain(PAGE);
    expect(posted(asked)).toBeUndefined();
    const seen = await browser.open('/sign-in', { form: { ...fieldsIn(asked), as: 'same' } });
    expect(messageIn(seen)?.state).toBe('again');
  });

  it('is led back to the page the same way', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    await browser.signIn('anna');
    const asked = await browser.start(BACK, FROM_PAGE);
    const seen = await browser.open('/sign-in', { form: { ...fieldsIn(asked), as: 'same' } });
    expect(ledBack(seen)?.answer.get('okno-code')).toMatch(/^[\w-]{43}$/);
  });

  it('can give way to another person, and is signed out then', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const anna = await browser.signIn('anna');
    const form = { ...fieldsIn(await browser.start()), as: 'other' };
    const seen = await browser.choose(await browser.open('/sign-in', { form }), 'ivan');
    const tokens = [anna.accessToken, messageIn(seen)?.accessToken ?? ''];
    const answers = tokens.map((token) =>
      portal.call('/v1/profile', { headers: { Authorization: `Bearer ${token}` } }),
    );
    const [before, now] = await Promise.all(answers);
    expect(before?.status).toBe(401);
    expect(await now?.json()).toMatchObject({ firstName: 'Иван' });
  });

  it('is asked by ЕСИА again after eight hours, and after signing out', async () => {
    let now = NOW;
    const portal = await sandbox({ now: () => now });
    const browser = new Browser(portal);
    const { accessToken } = await browser.signIn('anna');
    const headers = { Authorization: `Bearer ${accessToken}` };
    expect((await portal.call('/v1/session', { method: 'DELETE', headers })).status).toBe(204);
    const first = await browser.start();
    expect(first.url.pathname).toMatch(/^\/esia\//);
    await browser.choose(first, 'ivan');
    expect((await browser.start()).url.pathname).toBe('/sign-in');
    now = new Date(NOW.getTime() + 8 * HOUR);
    expect((await browser.start()).url.pathname).toMatch(/^\/esia\//);
  });

  it('stays signed in when the portal starts anew', async () => {
    const portal = await sandbox();
    const browser = new Browser(portal);
    const { accessToken } = await browser.signIn('anna');
    await portal.restart();
    const headers = { Authorization: `Bearer ${accessToken}` };
    expect((await portal.call('/v1/profile', { headers })).status).toBe(200);
    expect((await browser.start()).text).toContain('Примерова Анна');
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

  it('are of all kinds', () => {
    const is = (what: (citizen: (typeof CITIZENS)[number]) => unknown) => CITIZENS.some(what);
    expect(is(({ account }) => account === 'simplified')).toBe(true);
    expect(is(({ account }) => account === 'standard')).toBe(true);
    expect(is(({ profile }) => profile.organization)).toBe(true);
    expect(is(({ account, profile }) => account === 'confirmed' && !profile.snils)).toBe(true);
  });

  it.each(CITIZENS)('$id may do what needs identity: $account', (citizen) => {
    if (citizen.account === 'confirmed') requireConfirmed(citizen);
    else
      expect(() => {
        requireConfirmed(citizen);
      }).toThrow('подтверждённая');
  });
});
