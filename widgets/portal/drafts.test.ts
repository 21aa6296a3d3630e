import { afterEach, describe, expect, it, vi } from 'vitest';

import { TestBrowser, readReturnUrl } from '../../api-mocks/testing-browser.ts';
import { PAGE_ORIGIN, newIdempotencyKey, startTestSandbox } from '../../api-mocks/testing.ts';
import type { DraftContent } from '../contract/drafts/schemas.ts';
import { getDraft, saveDraft } from './drafts.ts';
import { createHandOver, newHandOverCode, readHandOverCode, redeemHandOver } from './hand-over.ts';
import { PortalError } from './errors.ts';
import { newKey, thumbprintOf } from './proof.ts';
import { createPortal } from './provide.ts';
import { savePendingSignIn } from './sign-in-redirect.ts';

// What a browser has and does, and Node does not: it tells the API the origin of the page, and has IndexedDB.
vi.hoisted(() => {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const origin = new Request(input).url.includes('/v1/') && { Origin: 'http://municipality.test' };
    return fetch(input, { ...init, headers: { ...origin, ...(init?.headers as object) } });
  };
});
vi.mock('idb', () => {
  const pending = new Map<string, unknown>();
  return {
    openDB: () => ({
      put: (_: string, value: unknown, key: string) => pending.set(key, value),
      get: (_: string, key: string) => pending.get(key),
      clear: () => {
        pending.clear();
      },
      close: () => undefined,
    }),
  };
});

const ID = '0b6a3f7e-9d2c-4f51-8a1e-6c7d8e9f0a1b';
const draft = (childLastName: string): DraftContent => ({
  service: 'detskiy-sad',
  formVersion: 'v1',
  answers: { childLastName },
  step: 1,
});
const key = () => newIdempotencyKey().slice(1, -1);

/** A page that knows the sandbox portal. */
async function page() {
  const running = await startTestSandbox({ wallNow: () => new Date() });
  const url = new URL(running.url());
  const config = {
    portal: url.href,
    region: { code: '22', timeZone: 'Asia/Barnaul' },
    contact: { phone: '1' },
    consent: { version: '1' },
  };
  const portal = createPortal(config, url);
  return { running, portal };
}

/** The same, to which a citizen has been led back from signing in. */
async function signedIn() {
  const { running, portal } = await page();
  const browser = new TestBrowser(running);
  const key = await newKey();
  const query = { returnTo: `${PAGE_ORIGIN}/`, dpop_jkt: await thumbprintOf(key) };
  const seen = await browser.chooseCitizen(
    await browser.startSignIn(query, { referer: `${PAGE_ORIGIN}/` }),
    'anna',
  );
  const answer = readReturnUrl(seen)?.parameters;
  await savePendingSignIn(answer?.get('okno-state') ?? '', { key, hash: '' });
  vi.stubGlobal('location', new URL(`http://municipality.test/#${answer?.toString() ?? ''}`));
  vi.stubGlobal('history', { state: null, replaceState: () => undefined });
  expect(await portal.session.completeSignIn()).toBe(true);
  return portal;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('saveDraft', () => {
  it('keeps a draft that any device of the citizen can open', async () => {
    const portal = await signedIn();
    const saved = await saveDraft(portal, { id: ID, content: draft('Примеров') });
    expect(saved).toMatchObject({ result: 'saved', draft: { id: ID, service: 'detskiy-sad' } });
    expect(await getDraft(portal, ID)).toMatchObject(draft('Примеров'));
  });

  it('writes over the version that was opened, and over no other', async () => {
    const portal = await signedIn();
    await saveDraft(portal, { id: ID, content: draft('Примеров') });
    const opened = await getDraft(portal, ID);
    expect(
      await saveDraft(portal, { id: ID, content: draft('Образцов'), version: opened?.version }),
    ).toHaveProperty('result', 'saved');
    const stale = { result: 'stale' };
    expect(
      await saveDraft(portal, { id: ID, content: draft('Вымышленный'), version: opened?.version }),
    ).toEqual(stale);
    expect(await saveDraft(portal, { id: ID, content: draft('Вымышленный') })).toEqual(stale);
  });

  it('rejects where nobody has signed in', async () => {
    const { portal } = await page();
    await expect(saveDraft(portal, { id: ID, content: draft('Примеров') })).rejects.toThrow(PortalError);
  });
});

describe('draftOf', () => {
  it('finds nothing where there is nothing', async () => {
    expect(await getDraft(await signedIn(), ID)).toBeUndefined();
  });
});

describe('a hand-over', () => {
  it('brings a draft to another device, once, without signing in, and unread by the portal', async () => {
    const { portal, running } = await page();
    const code = newHandOverCode();
    expect(code).toMatch(/^[0-9ACEHKMPTXY]{4}-[0-9ACEHKMPTXY]{4}-[0-9ACEHKMPTXY]{4}$/);
    const handed = await createHandOver(portal, { code, key: key(), content: draft('Примеров') });
    expect(handed.result).toBe('accepted');
    const { db } = running.context();
    const stored = JSON.stringify(db.prepare('SELECT hex(sealed) FROM handOvers').all());
    for (const secret of ['Примеров', code, code.replaceAll('-', '')])
      expect(stored.includes(Buffer.from(secret).toString('hex').toUpperCase())).toBe(false);
    const typed = readHandOverCode(` ${code.toLowerCase().replaceAll('-', ' ')} `) ?? '';
    expect(await redeemHandOver(portal, typed, key())).toEqual(draft('Примеров'));
    expect(await redeemHandOver(portal, code, key())).toBeUndefined();
  });

  it('gives the same where the answer was lost', async () => {
    const { portal, running } = await page();
    const lost = { kind: 'cut', when: 'after', path: '/v1/hand-overs', often: { next: 1 } } as const;
    running.context().faults.add(lost);
    const code = newHandOverCode();
    await createHandOver(portal, { code, key: key(), content: draft('Примеров') });
    running.context().faults.add(lost);
    expect(await redeemHandOver(portal, code, key())).toEqual(draft('Примеров'));
  });

  it('opens to no other code', async () => {
    const { portal } = await page();
    const code = newHandOverCode();
    await createHandOver(portal, { code, key: key(), content: draft('Примеров') });
    expect(await redeemHandOver(portal, newHandOverCode(), key())).toBeUndefined();
  });

  it.each(['7KHP', '', 'ZZZZ-ZZZZ-ZZZZ'])('knows that %j is no code', (typed) => {
    expect(readHandOverCode(typed)).toBeUndefined();
  });

  it('takes the code as people type it, on either keyboard', () => {
    expect(readHandOverCode('7кнр 4охт – 9мас')).toBe('7KHP-40XT-9MAC');
  });
});
