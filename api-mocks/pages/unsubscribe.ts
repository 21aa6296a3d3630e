import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';

import { findCase } from '../cases/cases.ts';
import type { EventContext } from '../events/events.ts';
import { noticePreferencesOf, saveNoticePreferences } from '../events/notice-preferences.ts';
import { turnOffNotifications } from '../events/notifications.ts';
import { readUnsubscribeToken, type Unsubscription } from '../events/unsubscribe-token.ts';
import { htmlPage } from '../http/page.ts';
import { runTransaction } from '../store/database.ts';

/**
 * `GET /unsubscribe/{token}`: the page to which every letter leads. Only its button does something: programs that check letters for
 * harm open all their links.
 */
export const unsubscribePage = (context: EventContext) =>
  new Hono()
    .get('/unsubscribe/:token', (c) => {
      const subject = readUnsubscribeToken(context, c.req.param('token'));
      return subject ? questionPage(c, subject) : noSuchLinkPage(c);
    })
    .post('/unsubscribe/:token', csrf(), (c) => {
      const subject = readUnsubscribeToken(context, c.req.param('token'));
      if (!subject) return noSuchLinkPage(c);
      runTransaction(context.db, () => {
        unsubscribe(context, subject);
      });
      return htmlPage(c, {
        title: 'Больше не пишем',
        body: html`<p>
          Писать перестали. Где дело, видно по номеру и коду. Там же можно снова попросить писать.
        </p>`,
      });
    });

/** Stops the notices of a case; of what is no case, those to the citizen's account. */
function unsubscribe(context: EventContext, { number, citizen, channel }: Unsubscription): void {
  const kase = findCase(context.db, number);
  if (kase) saveNoticePreferences(context, number, { ...noticePreferencesOf(context, kase), [channel]: [] });
  else if (citizen !== null) turnOffNotifications(context, citizen, channel);
}

const questionPage = (c: Context, { number, citizen }: Unsubscription) =>
  htmlPage(c, {
    title: 'Не получать писем?',
    body: html`<p>
        ${citizen === null ? `Мы перестанем писать о деле ${number}.` : 'Мы перестанем писать об этом.'}
      </p>
      <form method="post"><button>Не писать больше</button></form>`,
  });

const noSuchLinkPage = (c: Context) =>
  htmlPage(c, {
    title: 'Ссылка не подходит',
    body: html`<p>Скопируйте её из письма целиком.</p>`,
    status: 404,
  });
