import { Hono } from 'hono';
import { html } from 'hono/html';

import { outboxOf } from '../events/outbox.ts';
import type { Sandbox } from '../sandbox.ts';
import { deskPage, momentInWords, table } from './layout.ts';

/** More than these nobody looks through. */
const MOST_LETTERS = 200;

/** `GET /sandbox/outbox`: letters and SMS that the portal would have sent. */
export const outboxPage = (sandbox: Sandbox) =>
  new Hono().get('/sandbox/outbox', (c) =>
    deskPage(
      c,
      '/sandbox/outbox',
      'Отправленное',
      html`<p>Учебный портал ничего не рассылает. Здесь письма и SMS, которые ушли бы людям.</p>
        ${table(
          ['Когда', 'Куда', 'Что'],
          outboxOf(sandbox)
            .slice(0, MOST_LETTERS)
            .map(
              ({ sendAt, channel, to, subject, text }) =>
                html`<tr>
                  <th scope="row">${momentInWords(sendAt)}</th>
                  <td>${channel === 'sms' ? 'SMS' : 'Письмо'}<br />${to}</td>
                  <td>
                    ${subject === undefined ? '' : html`<strong>${subject}</strong>`}
                    <pre>${text}</pre>
                  </td>
                </tr>`,
            ),
          'Пока ничего не ушло.',
        )}`,
    ),
  );
