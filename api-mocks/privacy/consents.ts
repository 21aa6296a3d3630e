import { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import { ConsentsSchema } from '../../widgets/contract/consents/schemas.ts';
import type { Handlers } from '../http/handlers.ts';
import { CONSENTS } from '../cases/consent-texts.ts';
import type { PortalUrlContext } from '../http/http-server.ts';
import { htmlPage } from '../http/page.ts';
import { HttpProblem } from '../http/problem.ts';
import type { DatabaseContext } from '../store/database.ts';

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
