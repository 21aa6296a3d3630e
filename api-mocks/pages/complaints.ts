import { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import type { ComplaintState } from '../../widgets/contract/complaints/schemas.ts';
import { text } from '../../widgets/contract/values/schemas.ts';
import { answersTo, findComplaint, historyOf, summaryOf, wordsOf } from '../complaints/complaint-cases.ts';
import { answerComplaint, reviewComplaint } from '../complaints/complaint-moves.ts';
import { MoveError } from '../workflow/moves.ts';
import type { Markup } from '../http/page.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { GROUND_WORDS } from '../words.ts';
import { deskPage, due, impossible, momentInWords, table } from './layout.ts';

/** More than these nobody looks through. */
const MOST_COMPLAINTS = 200;

const STATES: Record<ComplaintState, string> = {
  registered: 'Зарегистрирована',
  underReview: 'Рассматривают',
  answered: 'Есть ответ',
  escalated: 'Передана в контролирующий орган',
  closed: 'Контролирующий орган ответил',
};

const OrderSchema = v.object({
  verdict: v.optional(v.picklist(['satisfied', 'rejected'])),
  text: v.optional(text(4000)),
});

/** `/sandbox/complaints`: complaints, their history, and answers to them. */
export const complaintPages = (sandbox: Sandbox) =>
  new Hono()
    .get('/sandbox/complaints', (c) => deskPage(c, '/sandbox/complaints', 'Жалобы', list(sandbox)))
    .get('/sandbox/complaints/:number', (c) => {
      const number = c.req.param('number');
      return deskPage(c, '/sandbox/complaints', `Жалоба ${number}`, complaint(sandbox, number));
    })
    .post('/sandbox/complaints/:number', async (c) => {
      const number = c.req.param('number');
      const back = `/sandbox/complaints/${encodeURIComponent(number)}`;
      const order = v.safeParse(OrderSchema, await c.req.parseBody());
      if (!order.success)
        return impossible(c, 'Выберите решение и напишите ответ, не длиннее 4000 знаков.', back);
      const { verdict, text: words } = order.output;
      try {
        if (verdict === undefined || words === undefined) reviewComplaint(sandbox, number);
        else answerComplaint(sandbox, number, { satisfied: verdict === 'satisfied', text: words });
      } catch (error) {
        if (!(error instanceof MoveError)) throw error;
        return impossible(c, error.message, back);
      }
      return c.redirect(back, 303);
    });

function list(sandbox: Sandbox): Markup {
  const numbers = sandbox.db
    .prepare('SELECT number FROM complaints ORDER BY number DESC LIMIT ?')
    .all(MOST_COMPLAINTS);
  return table(
    ['Номер', 'На что', 'Где стоит', 'Ответ'],
    numbers.map((row) => {
      const { number, ground, state, dueOn, overdue } = summaryOf(
        sandbox,
        known(sandbox, String(row['number'])),
      );
      return html`<tr>
        <th scope="row" class="number"><a href="/sandbox/complaints/${number}">${number}</a></th>
        <td>${GROUND_WORDS[ground]}</td>
        <td>${STATES[state]}</td>
        <td>${due(dueOn, overdue)}</td>
      </tr>`;
    }),
    'Пока нет ни одной жалобы.',
  );
}

function known({ db }: Sandbox, number: string) {
  const found = findComplaint(db, number);
  if (!found) throw new Refusal('not-found');
  return found;
}

function complaint(sandbox: Sandbox, number: string): Markup {
  const found = known(sandbox, number);
  const { agency, ground, state, dueOn, overdue } = summaryOf(sandbox, found);
  return html`<dl class="facts">
      <dt>На кого</dt>
      <dd>${agency.title}</dd>
      <dt>На что</dt>
      <dd>${GROUND_WORDS[ground]}</dd>
      <dt>Что пишут</dt>
      <dd><pre>${wordsOf(sandbox.key, found).text}</pre></dd>
      <dt>Где стоит</dt>
      <dd>${STATES[state]}</dd>
      <dt>Ответ</dt>
      <dd>${due(dueOn, overdue)}</dd>
    </dl>
    ${orders(state)}
    <h2>Что было</h2>
    ${table(
      ['Когда', 'Что'],
      historyOf(sandbox.db, found).map(
        ({ at, state: came }) =>
          html`<tr>
            <th scope="row">${momentInWords(at)}</th>
            <td>${STATES[came]}</td>
          </tr>`,
      ),
      'Пока ничего.',
    )}
    ${answersTo(sandbox, found).map(
      ({ by, satisfied, text: words }) =>
        html`<h2>${by === 'controllingBody' ? 'Ответ контролирующего органа' : 'Ответ ведомства'}</h2>
          <p><strong>${satisfied ? 'Жалобу признали верной.' : 'Жалобу отклонили.'}</strong></p>
          <pre>${words}</pre>`,
    )}`;
}

const orders = (state: ComplaintState): Markup | string =>
  state === 'answered' || state === 'closed'
    ? ''
    : html`<h2>Что сделать</h2>
        ${state === 'registered' ? html`<form class="stack" method="post"><button>Начать рассматривать</button></form>` : ''}
        <form class="stack" method="post">
          <fieldset>
            <legend>Решение</legend>
            <label
              ><input type="radio" name="verdict" value="satisfied" checked /> Жалоба верна, нарушение
              исправим</label
            >
            <label
              ><input type="radio" name="verdict" value="rejected" /> Нарушения нет, жалобу отклоняем</label
            >
          </fieldset>
          <label>Ответ <textarea name="text" maxlength="4000" required></textarea></label>
          <button>Ответить</button>
        </form>`;
