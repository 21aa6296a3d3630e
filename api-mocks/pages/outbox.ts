import { Hono } from 'hono';
import { html } from 'hono/html';

import { outboxOf, type OutboxContext, type SentNotice } from '../events/outbox.ts';
import type { Markup } from '../http/page.ts';
import { momentInWords } from '../store/region-time.ts';
import { officialsPage, table } from './layout.ts';

/** More than these nobody looks through. */
const MOST_NOTICES = 200;

/** `GET /sandbox/outbox`: e-mails and SMS that the portal would have sent. */
export const outboxPage = (context: OutboxContext) =>
  new Hono().get('/sandbox/outbox', (c) => {
    const { timeZone } = context.data.region;
    const rows = outboxOf(context)
      .slice(0, MOST_NOTICES)
      .map((notice) => rowOf(notice, timeZone));
    const body = html`<p>Учебный портал ничего не рассылает. Здесь письма и SMS, которые ушли бы людям.</p>
      ${table(['Когда', 'Куда', 'Что'], rows, 'Пока ничего не ушло.')}`;
    return officialsPage(c, '/sandbox/outbox', { title: 'Отправленное', body });
  });

const rowOf = ({ sendAt, channel, to, subject, text }: SentNotice, timeZone: string): Markup =>
  html`<tr>
    <th scope="row">${momentInWords(sendAt, timeZone)}</th>
    <td>${channel === 'sms' ? 'SMS' : 'Письмо'}<br />${to}</td>
    <td>
      ${subject === undefined ? '' : html`<strong>${subject}</strong>`}
      <pre>${text}</pre>
    </td>
  </tr>`;
