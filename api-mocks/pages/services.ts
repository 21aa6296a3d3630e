import { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import { pauseOf, pauseService } from '../cases/services.ts';
import type { Markup } from '../http/page.ts';
import { HttpProblem, parseRequestPart } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { dateInWords } from '../store/region-clock.ts';
import { sandboxPage, htmlTable } from './layout.ts';

type ServicesContext = DatabaseContext & ClockContext & PortalDataContext;

/** Both fields of the form are optional. An empty `resumesOn` is none. */
const PauseFormSchema = v.object({
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300))),
  resumesOn: v.optional(
    v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      v.pipe(v.string(), v.isoDate()),
    ]),
  ),
});

/**
 * `/sandbox/services`: lists the services with a form. `POST /sandbox/services/{slug}` with the field `reason`, which may be
 * empty, pauses the service; without the field the service resumes.
 */
export const servicePages = (context: ServicesContext) =>
  new Hono()
    .get('/sandbox/services', (c) =>
      sandboxPage(c, '/sandbox/services', { title: 'Услуги', body: servicesTable(context) }),
    )
    .post('/sandbox/services/:slug', async (c) => {
      const slug = c.req.param('slug');
      if (!context.data.forms.has(slug)) throw new HttpProblem('not-found');
      const form = parseRequestPart(PauseFormSchema, await c.req.parseBody(), { type: 'malformed' });
      const { reason, resumesOn } = form;
      const pause =
        reason === undefined ? undefined : { reason: reason || 'Технический перерыв.', resumesOn };
      pauseService(context, slug, pause);
      return c.redirect('/sandbox/services', 303);
    });

const servicesTable = (context: ServicesContext): Markup =>
  html`<p>Услугу можно приостановить: тогда портал не принимает по ней новых заявлений и говорит почему.</p>
    ${htmlTable(
      ['Услуга', 'Приём заявлений', 'Что сделать'],
      [...context.data.forms.values()].map(({ service }) => serviceRow(context, service)),
      'На портале нет ни одной услуги с формой.',
    )}`;

function serviceRow(context: ServicesContext, { slug, short }: { slug: string; short: string }): Markup {
  const pause = pauseOf(context, slug);
  const resumption = pause && 'resumesOn' in pause ? `Откроется ${dateInWords(pause.resumesOn)}` : '';
  return html`<tr>
    <th scope="row">${short}</th>
    <td>${pause ? html`Приостановлен. ${pause.reason} ${resumption}` : 'Идёт'}</td>
    <td>
      <form method="post" action="/sandbox/services/${slug}">
        ${pause ? html`<button aria-label="Открыть приём: ${short}">Открыть приём</button>` : pauseForm(short)}
      </form>
    </td>
  </tr>`;
}

const pauseForm = (short: string): Markup =>
  html`<details>
    <summary aria-label="Приостановить: ${short}">Приостановить</summary>
    <label>Причина <input name="reason" maxlength="300" value="Технический перерыв." /></label>
    <label>Откроется (можно не указывать) <input name="resumesOn" type="date" /></label>
    <button aria-label="Приостановить приём: ${short}">Приостановить приём</button>
  </details>`;
