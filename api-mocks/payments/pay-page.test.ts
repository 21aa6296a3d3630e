import { describe, expect, it } from 'vitest';

import { cancelInvoices, issueInvoice } from './invoices.ts';
import { TEST_NOW, PAGE_ORIGIN, startTestSandbox } from '../testing.ts';

const BACK = `${PAGE_ORIGIN}/zayavleniya?n=1&x=2#schet`;

async function withPage({ purpose = 'Пошлина', now = () => TEST_NOW } = {}) {
  const portal = await startTestSandbox({ wallNow: now });
  const { number } = await portal.sendApplication();
  issueInvoice(portal.context(), number, { purpose, amount: 123_450 });
  const row = portal.context().db.prepare('SELECT uin FROM invoices').get();
  const path = `/pay/${String(row?.['uin'])}`;
  return {
    portal,
    number,
    path,
    show: async (query = '') => (await fetch(portal.url() + path + query)).text(),
    pay: (fields: Record<string, string> = {}, origin = portal.url()) =>
      fetch(portal.url() + path, {
        method: 'POST',
        headers: { Origin: origin },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
  };
}
const back = (returnTo: string) => `?${new URLSearchParams({ returnTo })}`;

describe('the page of an invoice', () => {
  it('says what is paid, and takes the money', async () => {
    const { show, pay, path } = await withPage();
    expect(await show()).toMatch(/1.234,50.₽/);
    const response = await pay();
    expect([response.status, response.headers.get('Location')]).toEqual([303, path]);
    const after = await show();
    expect(after).toContain('<h1>Счёт оплачен</h1>');
    expect(after).not.toContain('<button>');
    expect((await pay()).status).toBe(303);
  });

  it('leads back to a listed site', async () => {
    const { show, pay, path } = await withPage();
    expect(await show(back(BACK))).toContain(`href="${BACK.replace('&', '&amp;')}"`);
    expect((await pay({ returnTo: BACK })).headers.get('Location')).toBe(path + back(BACK));
  });

  it.each([
    'https://evil.test/',
    `${PAGE_ORIGIN}.evil.test/`,
    `${PAGE_ORIGIN}:8080/`,
    'javascript:alert(1)',
    `blob:${PAGE_ORIGIN}/8e03978e-40d5-43e8-bc93-6894a57f9324`,
    PAGE_ORIGIN.replace('//', '//bank.test@'),
    '//evil.test',
    '/sandbox/',
    'null',
    '',
  ])('does not lead to %s', async (address) => {
    const { show, pay, path } = await withPage();
    expect(await show(back(address))).not.toContain('Вернуться');
    expect((await pay({ returnTo: address })).headers.get('Location')).toBe(path);
  });

  it('takes no orders from other pages', async () => {
    const { show, pay } = await withPage();
    expect((await pay({}, PAGE_ORIGIN)).status).toBe(403);
    expect(await show()).toContain('<button>');
  });

  it('writes the purpose as text', async () => {
    const { show } = await withPage({ purpose: '<img src=x onerror=alert(1)>' });
    expect(await show()).toContain('&lt;img');
  });

  it('says that it is late, and takes the money still', async () => {
    let now = TEST_NOW;
    const { show } = await withPage({ now: () => now });
    expect(await show()).toContain('Заплатите до 4 декабря 2026');
    now = new Date('2026-12-05T05:00:00Z');
    expect(await show()).toMatch(/Срок прошёл 4 декабря 2026.*Заплатить ещё можно/s);
    expect(await show()).toContain('<button>');
  });

  it('says that nothing has to be paid for a cancelled one', async () => {
    const { portal, number, show } = await withPage();
    cancelInvoices(portal.context(), number);
    expect(await show()).toContain('<h1>Счёт отменён</h1>');
  });

  it('knows no other УИН', async () => {
    const portal = await startTestSandbox();
    const response = await fetch(`${portal.url()}/pay/2200000000000000421713052`);
    expect([response.status, (await response.text()).includes('Такого счёта нет')]).toEqual([404, true]);
  });
});
