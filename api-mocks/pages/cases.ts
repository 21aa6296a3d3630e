import { Hono } from 'hono';
import { html } from 'hono/html';

import { allCases, isEnd, type Case } from '../cases/cases.ts';
import { deadlineOf } from '../cases/deadline.ts';
import type { Markup } from '../http/page.ts';
import type { Sandbox } from '../sandbox.ts';
import { STATE_WORDS } from '../words.ts';
import { deskPage, due, table } from './layout.ts';

/** More than these nobody looks through. */
const MOST_CASES = 200;

/** `GET /sandbox/`: what the sandbox is and its cases, each with a button that moves it on. */
export const casesPage = (sandbox: Sandbox) =>
  new Hono().get('/sandbox/', (c) => {
    const cases = allCases(sandbox.db);
    return deskPage(
      c,
      '/sandbox/',
      'Учебный портал услуг',
      html`<p>
          Сюда приходят заявления и жалобы из виджетов, пока их пробуют. Портал ненастоящий: органы власти
          этого не видят. Не пишите сюда данные живых людей. Пробуйте за
          <a href="/sandbox/citizens">придуманных</a>.
        </p>
        ${table(
          ['Номер', 'Услуга', 'Где стоит', 'Ответ', 'Что сделать'],
          cases.slice(0, MOST_CASES).map((found) => row(sandbox, found)),
          'Пока нет ни одного дела.',
        )}
        ${cases.length > MOST_CASES ? html`<p class="quiet">Здесь последние ${MOST_CASES} из ${cases.length}.</p>` : ''}`,
    );
  });

function row({ data, now }: Sandbox, found: Case): Markup {
  const { number, service, state } = found;
  const { dueOn, overdue } = deadlineOf(found, data.calendar, now());
  return html`<tr>
    <th scope="row" class="number"><a href="/sandbox/cases/${number}">${number}</a></th>
    <td>${service.short}</td>
    <td>${STATE_WORDS[state]}</td>
    <td>${due(dueOn, overdue)}</td>
    <td>
      ${
        isEnd(state)
          ? ''
          : html`<form method="post" action="/sandbox/cases/${number}">
              <button name="from" value="list" aria-label="Дальше: дело ${number}">Дальше</button>
            </form>`
      }
    </td>
  </tr>`;
}
