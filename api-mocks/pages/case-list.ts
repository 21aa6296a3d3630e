import { Hono } from 'hono';
import { html } from 'hono/html';

import { isFinalState, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import { allCases, type Case } from '../cases/cases.ts';
import { countHistory } from '../cases/history.ts';
import { deadlineOf, todayIn, type Today } from '../cases/deadline.ts';
import type { Markup } from '../http/page.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { dueInWords, sandboxPage, htmlTable } from './layout.ts';

/** The newest cases are shown: nobody looks through more. */
const MAX_CASES = 200;

/** `GET /sandbox/`: says what the sandbox is, and lists its cases, each with a button that moves it to the next state. */
export const caseListPage = (context: DatabaseContext & ClockContext & RegionDataContext) =>
  new Hono().get('/sandbox/', (c) => {
    const cases = allCases(context.db);
    const today = todayIn(context);
    const body = html`<p>
        Сюда приходят заявления и жалобы из виджетов, пока их пробуют. Портал ненастоящий: органы власти этого
        не видят. Не пишите сюда данные живых людей. Пробуйте за
        <a href="/sandbox/citizens">придуманных</a>.
      </p>
      ${htmlTable(
        ['Номер', 'Услуга', 'Где стоит', 'Ответ', 'Что сделать'],
        cases
          .slice(0, MAX_CASES)
          .map((kase) => caseRow(kase, { today, seen: countHistory(context.db, kase.number) })),
        'Пока нет ни одного дела.',
      )}
      ${cases.length > MAX_CASES ? html`<p class="quiet">Здесь последние ${MAX_CASES} из ${cases.length}.</p>` : ''}`;
    return sandboxPage(c, '/sandbox/', { title: 'Учебный портал услуг', body });
  });

/** `seen`: how many entries the history has, so that a second click moves nothing. */
function caseRow(kase: Case, { today, seen }: { today: Today; seen: number }): Markup {
  const { number, service, state } = kase;
  return html`<tr>
    <th scope="row" class="number"><a href="/sandbox/cases/${number}">${number}</a></th>
    <td>${service.short}</td>
    <td>${STATE_WORDS[state].title}</td>
    <td>${dueInWords(deadlineOf(kase, today))}</td>
    <td>
      ${
        isFinalState(state)
          ? ''
          : html`<form method="post" action="/sandbox/cases/${number}?seen=${seen}">
              <button name="from" value="list" aria-label="Дальше: дело ${number}">Дальше</button>
            </form>`
      }
    </td>
  </tr>`;
}
