import { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import { ConsentsSchema } from '../../widgets/contract/consents/schemas.ts';
import type { Handlers } from '../http/handlers.ts';
import type { PortalUrlContext } from '../http/http-server.ts';
import { htmlPage } from '../http/page.ts';
import { HttpProblem } from '../http/problem.ts';
import type { DatabaseContext } from '../store/database.ts';

interface ConsentText {
  /** The day from which this text counts, `YYYY-MM-DD`. */
  version: string;
  title: string;
  text: readonly string[];
}

/**
 * Texts of the consent to the processing of personal data (152-ФЗ, art. 9), newest first. A text that was published is never
 * changed, because people have agreed to it. A new text is added before it.
 */
const CONSENTS: readonly [ConsentText, ...ConsentText[]] = [
  {
    version: '2026-11-21',
    title: 'Согласие на обработку персональных данных',
    text: [
      'Это учебный портал. Органы власти ваших данных не получат. Пишите сюда только придуманное.',
      'Я разрешаю порталу обрабатывать мои данные: имя, день рождения, СНИЛС, сведения о документах, адреса, телефон, ' +
        'электронную почту, ответы в форме и приложенные файлы.',
      'Зачем: чтобы принять заявление, запись или жалобу, рассмотреть их, ответить мне и показать, где моё дело.',
      'Что портал делает с данными: записывает, хранит, уточняет, передаёт органу, который оказывает услугу, и стирает.',
      'Как долго: пока дело рассматривают и пока я не попрошу стереть данные.',
      'Согласие можно отозвать: нажмите «Стереть мои данные» в личном кабинете. Портал сотрёт всё, что связано с законченными ' +
        'делами, и назовёт те, которые ещё рассматривают.',
    ],
  },
];

/** Handlers of consents: the newest text, and the versions that the citizen has agreed to. */
export const consentHandlers: Pick<
  Handlers<DatabaseContext & PortalUrlContext>,
  'getConsent' | 'listConsents'
> = {
  getConsent(_request, { portalUrl }) {
    const [{ version, title, text }] = CONSENTS;
    return {
      status: 200,
      body: { version, title, text: [...text], url: `${portalUrl}/consents/${version}` },
    };
  },
  listConsents: ({ citizen }, { db }) => ({
    status: 200,
    body: v.parse(ConsentsSchema, {
      items: db
        .prepare(
          `SELECT consentVersion AS version, min(at) AS givenAt FROM
             (SELECT citizen, consentVersion, submittedAt AS at FROM applications
              UNION ALL SELECT citizen, consentVersion, registeredAt FROM complaints)
           WHERE citizen = ? GROUP BY version ORDER BY givenAt DESC`,
        )
        .all(citizen.id),
    }),
  }),
};

/** `GET /consents/{version}`: a page with the text. */
export const consentPages = new Hono().get('/:version', (c) => {
  const consent = CONSENTS.find(({ version }) => version === c.req.param('version'));
  if (!consent) throw new HttpProblem('not-found');
  const { title, text, version } = consent;
  return htmlPage(c, {
    title,
    body: html`${text.map((paragraph) => html`<p>${paragraph}</p>`)}
      <p class="quiet">Версия ${version}</p>`,
  });
});
