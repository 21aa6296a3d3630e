import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';

import type { Invoice } from '../../widgets/contract/invoices/schemas.ts';
import { wordsOnly } from '../http/body.ts';
import { findInvoice, payInvoice } from './invoices.ts';
import { page } from '../http/page.ts';
import type { Sandbox } from '../sandbox.ts';
import { dayInWords } from '../words.ts';

/** `GET /pay/{uin}?returnTo=…`: where an invoice is paid, with money that does not exist. Who knows the УИН may pay, as in life. */
export const payPage = (sandbox: Sandbox) =>
  new Hono()
    .get('/:uin', (c) => {
      const invoice = findInvoice(sandbox, c.req.param('uin'));
      const { returnTo } = c.req.query();
      return invoice ? invoicePage(c, invoice, listed(sandbox, returnTo)) : noInvoice(c);
    })
    .post('/:uin', wordsOnly, csrf(), async (c) => {
      const { returnTo } = await c.req.parseBody();
      payInvoice(sandbox, c.req.param('uin'));
      const back = listed(sandbox, returnTo);
      return c.redirect(
        back === undefined ? c.req.path : `${c.req.path}?${new URLSearchParams({ returnTo: back })}`,
        303,
      );
    });

/** The address of the page to come back to, if its site is on the portal's list. */
function listed({ origins }: Sandbox, returnTo: unknown): string | undefined {
  const url = typeof returnTo === 'string' ? URL.parse(returnTo) : null;
  // A `blob:` has the origin of its page, and a name before the host looks like another site.
  return url && origins.includes(url.origin) && url.href.startsWith(`${url.origin}/`) ? url.href : undefined;
}

const RUBLES = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' });

const TITLES: Record<Invoice['state'], string> = {
  issued: 'Счёт на оплату',
  overdue: 'Счёт на оплату',
  paid: 'Счёт оплачен',
  cancelled: 'Счёт отменён',
};

const invoicePage = (
  c: Context,
  { uin, purpose, amount, payee, dueOn, state, payUrl }: Invoice,
  back?: string,
) =>
  page(
    c,
    TITLES[state],
    html`<p>${purpose}</p>
      <dl>
        <dt class="quiet">Сумма</dt>
        <dd>${RUBLES.format(amount / 100)}</dd>
        <dt class="quiet">Кому</dt>
        <dd>${payee.name}</dd>
        <dt class="quiet">УИН</dt>
        <dd>${uin}</dd>
      </dl>
      ${
        payUrl === undefined
          ? html`<p>${state === 'paid' ? 'Платить больше ничего не нужно.' : 'Платить не нужно.'}</p>`
          : html`${
                state === 'overdue'
                  ? html`<p class="late">Срок прошёл ${dayInWords(dueOn)} Заплатить ещё можно.</p>`
                  : html`<p>Заплатите до ${dayInWords(dueOn)}</p>`
              }
              <form method="post">
                ${back === undefined ? '' : html`<input type="hidden" name="returnTo" value="${back}" />`}
                <button>Заплатить учебными деньгами</button>
              </form>
              <p class="quiet">Это учебный портал. Деньги ненастоящие, карта не нужна.</p>`
      }
      ${back === undefined ? '' : html`<p><a href="${back}">Вернуться на сайт</a></p>`}`,
  );

const noInvoice = (c: Context) =>
  page(c, 'Такого счёта нет', html`<p>Проверьте УИН: в нём 20 или 25 цифр.</p>`, { status: 404 });
