import { Hono } from 'hono';
import { html } from 'hono/html';

import { readOutbox, type OutboxContext, type SentNotification } from '../events/outbox.ts';
import type { Markup } from '../http/page.ts';
import { dateTimeInWords } from '../store/region-clock.ts';
import { sandboxPage, htmlTable } from './layout.ts';

/** The newest notifications are shown: nobody looks through more. */
const MAX_NOTIFICATIONS = 200;

/** `GET /sandbox/outbox`: lists e-mails and SMS that the portal would have sent. */
export const outboxPage = (context: OutboxContext) =>
  new Hono().get('/sandbox/outbox', (c) => {
    const { timeZone } = context.data.region;
    const rows = readOutbox(context)
      .slice(0, MAX_NOTIFICATIONS)
      .map((notification) => notificationRow(notification, timeZone));
    const body = html`<p>Учебный портал ничего не рассылает. Здесь письма и SMS, которые ушли бы людям.</p>
      ${htmlTable(['Когда', 'Куда', 'Что'], rows, 'Пока ничего не ушло.')}`;
    return sandboxPage(c, '/sandbox/outbox', { title: 'Отправленное', body });
  });

const notificationRow = (
  { sendAt, channel, to, subject, text }: SentNotification,
  timeZone: string,
): Markup =>
  html`<tr>
    <th scope="row">${dateTimeInWords(sendAt, timeZone)}</th>
    <td>${channel === 'sms' ? 'SMS' : 'Письмо'}<br />${to}</td>
    <td>
      ${subject === undefined ? '' : html`<strong>${subject}</strong>`}
      <pre>${text}</pre>
    </td>
  </tr>`;
