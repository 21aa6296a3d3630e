import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';

import type { Invoice, InvoiceState } from '../../widgets/contract/invoices/schemas.ts';
import type { EventContext } from '../events/events.ts';
import { limitBody } from '../http/body.ts';
import type { AllowedOriginsContext } from '../http/cors.ts';
import { htmlPage } from '../http/page.ts';
import { dateInWords } from '../store/region-clock.ts';
import { findInvoice, type InvoiceContext } from './invoice-rows.ts';
import { payInvoice } from './invoices.ts';

/**
 * `GET /pay/{uin}?returnTo=…`: a page where an invoice is paid with money that does not exist. Anybody who knows the УИН may
 * pay, as on real payment sites. `returnTo` is the page with the widget.
 */
export const payPage = (context: InvoiceContext & EventContext & AllowedOriginsContext) =>
  new Hono()
    .get('/:uin', (c) => {
      const invoice = findInvoice(context, c.req.param('uin'));
      const { returnTo } = c.req.query();
      return invoice ? invoicePage(c, invoice, allowedReturnUrl(context, returnTo)) : noInvoicePage(c);
    })
    .post('/:uin', limitBody, csrf(), async (c) => {
      const { returnTo } = await c.req.parseBody();
      payInvoice(context, c.req.param('uin'));
      const returnUrl = allowedReturnUrl(context, returnTo);
      return c.redirect(
        returnUrl === undefined
          ? c.req.path
          : `${c.req.path}?${new URLSearchParams({ returnTo: returnUrl })}`,
        303,
      );
    });

/**
 * The address to return to, if its origin is on the portal's list. Otherwise anybody could make the portal link to a fraud's
 * page.
 */
function allowedReturnUrl({ allowedOrigins }: AllowedOriginsContext, returnTo: unknown): string | undefined {
  const url = typeof returnTo === 'string' ? URL.parse(returnTo) : null;
  // The origin alone is not enough: `blob:https://site.test/…` and `https://evil.test@site.test/` have the origin
  // `https://site.test` too.
  return url && allowedOrigins.includes(url.origin) && url.href.startsWith(`${url.origin}/`)
    ? url.href
    : undefined;
}

const RUBLES = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' });

const TITLE_OF_STATE: Record<InvoiceState, string> = {
  issued: 'Счёт на оплату',
  overdue: 'Счёт на оплату',
  paid: 'Счёт оплачен',
  cancelled: 'Счёт отменён',
};

function invoicePage(c: Context, invoice: Invoice, returnUrl?: string) {
  const { uin, purpose, amount, payee, state, payUrl } = invoice;
  const nothingToPay = state === 'paid' ? 'Платить больше ничего не нужно.' : 'Платить не нужно.';
  return htmlPage(c, {
    title: TITLE_OF_STATE[state as InvoiceState],
    body: html`<p>${purpose}</p>
      <dl>
        <dt class="quiet">Сумма</dt>
        <dd>${RUBLES.format(amount / 100)}</dd>
        <dt class="quiet">Кому</dt>
        <dd>${payee.name}</dd>
        <dt class="quiet">УИН</dt>
        <dd>${uin}</dd>
      </dl>
      ${payUrl === undefined ? html`<p>${nothingToPay}</p>` : paymentForm(invoice, returnUrl)}
      ${returnUrl === undefined ? '' : html`<p><a href="${returnUrl}">Вернуться на сайт</a></p>`}`,
  });
}

const paymentForm = ({ state, dueOn }: Invoice, returnUrl?: string) =>
  html`${
      state === 'overdue'
        ? html`<p class="late">Срок прошёл ${dateInWords(dueOn)} Заплатить ещё можно.</p>`
        : html`<p>Заплатите до ${dateInWords(dueOn)}</p>`
    }
    <form method="post">
      ${returnUrl === undefined ? '' : html`<input type="hidden" name="returnTo" value="${returnUrl}" />`}
      <button>Заплатить учебными деньгами</button>
    </form>
    <p class="quiet">Это учебный портал. Деньги ненастоящие, карта не нужна.</p>`;

const noInvoicePage = (c: Context) =>
  htmlPage(c, {
    title: 'Такого счёта нет',
    body: html`<p>Проверьте УИН: в нём 20 или 25 цифр.</p>`,
    status: 404,
  });
