import { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import type { Markup } from '../http/page.ts';
import { Refusal, valid } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { pauseOf, pauseService } from '../cases/services.ts';
import { dayInWords } from '../words.ts';
import { deskPage, table } from './layout.ts';

const PauseSchema = v.object({
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

/** `/sandbox/services`: which services take applications, and buttons that stop them for a while. */
export const servicePages = (sandbox: Sandbox) =>
  new Hono()
    .get('/sandbox/services', (c) =>
      deskPage(
        c,
        '/sandbox/services',
        'Услуги',
        html`<p>
            Услугу можно приостановить: тогда портал не принимает по ней новых заявлений и говорит почему.
          </p>
          ${table(
            ['Услуга', 'Приём заявлений', 'Что сделать'],
            [...sandbox.data.forms.values()].map(({ service }) => row(sandbox, service)),
            'На портале нет ни одной услуги с формой.',
          )}`,
      ),
    )
    .post('/sandbox/services/:slug', async (c) => {
      const slug = c.req.param('slug');
      if (!sandbox.data.forms.has(slug)) throw new Refusal('not-found');
      const { reason, resumesOn } = valid(PauseSchema, await c.req.parseBody(), '', 'malformed');
      pauseService(
        sandbox,
        slug,
        reason === undefined ? undefined : reason || 'Технический перерыв.',
        resumesOn,
      );
      return c.redirect('/sandbox/services', 303);
    });

function row(sandbox: Sandbox, { slug, short }: { slug: string; short: string }): Markup {
  const pause = pauseOf(sandbox, slug);
  return html`<tr>
    <th scope="row">${short}</th>
    <td>
      ${
        pause
          ? html`Приостановлен. ${pause.reason}
            ${'resumesOn' in pause ? `Откроется ${dayInWords(pause.resumesOn)}` : ''}`
          : 'Идёт'
      }
    </td>
    <td>
      <form method="post" action="/sandbox/services/${slug}">
        ${
          pause
            ? html`<button aria-label="Открыть приём: ${short}">Открыть приём</button>`
            : html`<details>
                <summary aria-label="Приостановить: ${short}">Приостановить</summary>
                <label>Причина <input name="reason" maxlength="300" value="Технический перерыв." /></label>
                <label>Откроется (можно не указывать) <input name="resumesOn" type="date" /></label>
                <button aria-label="Приостановить приём: ${short}">Приостановить приём</button>
              </details>`
        }
      </form>
    </td>
  </tr>`;
}
