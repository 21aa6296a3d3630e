import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import * as v from 'valibot';

import { StateSchema } from '../widgets/contract/application.ts';
import { GROUNDS } from '../widgets/contract/grounds.ts';
import { regionDay } from '../widgets/deadlines/calendar.ts';
import { wordsOnly } from './body.ts';
import { MoveError, allCases, isEnd, move, type Case } from './cases.ts';
import { CITIZENS, fullName } from './citizens.ts';
import { page, type Markup } from './page.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from './sandbox.ts';
import { GROUND_WORDS, STATE_WORDS, dayInWords } from './words.ts';

const MoveSchema = v.object({ to: v.optional(StateSchema), overdue: v.optional(v.literal('yes')) });

const ComplaintRowSchema = v.object({ number: v.string(), ground: v.picklist(GROUNDS), dueOn: v.string() });

/** `GET /`: what the sandbox is and all its cases, with buttons that move them on. Only for this page itself. */
export const casesPage = ({ db, now }: Sandbox) =>
  new Hono()
    .get('/', (c) => {
      const today = regionDay(now());
      const complaints = v.parse(
        v.array(ComplaintRowSchema),
        db.prepare('SELECT number, ground, dueOn FROM complaints ORDER BY number DESC').all(),
      );
      return page(
        c,
        'Учебный портал услуг',
        html`<p>
            Сюда приходят заявления и жалобы из виджетов, пока их пробуют. Портал ненастоящий: органы власти
            этого не видят. Не пишите сюда данные живых людей. Пробуйте за
            <a href="#citizens">придуманных</a>.
          </p>
          <h2>Заявления</h2>
          ${table(
            ['Номер', 'Услуга', 'Где стоит', 'Ответ', 'Что сделать'],
            allCases(db).map((found) => applicationRow(found, today)),
          )}
          <h2>Жалобы</h2>
          ${table(
            ['Номер', 'На что', 'Где стоит', 'Ответ'],
            complaints.map(
              ({ number, ground, dueOn }) =>
                html`<tr>
                  <th scope="row">${number}</th>
                  <td>${GROUND_WORDS[ground]}</td>
                  <td>Зарегистрирована</td>
                  <td>${due(dueOn, dueOn < today)}</td>
                </tr>`,
            ),
          )}
          <h2 id="citizens">Кем можно войти</h2>
          <ul>
            ${CITIZENS.map(({ id, profile, about }) => html`<li id="${id}">${fullName(profile)}. ${about}</li>`)}
          </ul>
          <p class="quiet">Вход открывается из виджета. Люди придуманы, пароль не нужен.</p>`,
      );
    })
    .post('/cases/:number', wordsOnly, csrf(), async (c) => {
      const form = v.safeParse(MoveSchema, await c.req.parseBody());
      if (!form.success) throw new Refusal('malformed');
      const { to, overdue } = form.output;
      try {
        move(db, c.req.param('number'), { to, overdue: overdue === 'yes' }, now());
      } catch (error) {
        if (!(error instanceof MoveError)) throw error;
        return page(
          c,
          'Так сделать нельзя',
          html`<p>${error.message}</p>
            <p><a href="/">Ко всем делам</a></p>`,
        );
      }
      return c.redirect('/', 303);
    });

const due = (day: string, late: boolean) =>
  late ? html`<span class="late">до ${dayInWords(day)} — просрочен</span>` : html`до ${dayInWords(day)}`;

function table(columns: string[], rows: Markup[]): Markup {
  if (!rows.length) return html`<p class="quiet">Пока нет ни одного дела.</p>`;
  return html`<table>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function applicationRow({ number, service, state, dueOn }: Case, today: string): Markup {
  const late = !isEnd(state) && dueOn < today;
  return html`<tr>
    <th scope="row">${number}</th>
    <td>${service.short}</td>
    <td>${STATE_WORDS[state]}</td>
    <td>${due(dueOn, late)}</td>
    <td>
      ${
        isEnd(state)
          ? ''
          : html`<form method="post" action="/cases/${number}">
              <button aria-label="Дальше: дело ${number}">Дальше</button>
              <button name="to" value="refused" aria-label="Отказать: дело ${number}">Отказать</button>
              ${late ? '' : html`<button name="overdue" value="yes" aria-label="Просрочить: дело ${number}">Просрочить</button>`}
            </form>`
      }
    </td>
  </tr>`;
}
