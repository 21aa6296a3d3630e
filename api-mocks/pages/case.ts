import { Hono } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import {
  StateSchema,
  type Action,
  type ApplicationHistory,
} from '../../widgets/contract/applications/schemas.ts';
import type { Role } from '../../widgets/contract/messages/schemas.ts';
import { text } from '../../widgets/contract/values/schemas.ts';
import { findCase, isEnd, type Case } from '../cases/cases.ts';
import { CITIZENS, fullName } from '../sign-in/citizens.ts';
import { transaction } from '../store/database.ts';
import { deadlineOf } from '../cases/deadline.ts';
import { deedsOf } from '../cases/history.ts';
import { issueInvoice } from '../payments/invoices.ts';
import { MoveError, act } from '../workflow/moves.ts';
import type { Markup } from '../http/page.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { STATE_WORDS } from '../words.ts';
import { orders } from './case-orders.ts';
import { deskPage, due, impossible, momentInWords, table } from './layout.ts';

const OrderSchema = v.object({
  to: v.optional(StateSchema),
  overdue: v.optional(v.literal('yes')),
  text: v.optional(text(2000)),
  from: v.optional(v.literal('list')),
});
const InvoiceSchema = v.object({
  purpose: text(200),
  rubles: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
});

/** `/sandbox/cases/{number}`: one case, its history, and all that an official can do with it. */
export const casePages = (sandbox: Sandbox) =>
  new Hono()
    .get('/sandbox/cases/:number', (c) => {
      const found = findCase(sandbox.db, c.req.param('number'));
      if (!found) throw new Refusal('not-found');
      const { dueOn, overdue } = deadlineOf(found, sandbox.data.calendar, sandbox.now());
      return deskPage(
        c,
        '/sandbox/',
        `Дело ${found.number}`,
        html`${about(found, due(dueOn, overdue))}
          ${isEnd(found.state) ? '' : orders(found, overdue, pathOf(found.number))}
          <h2>Что было</h2>
          ${table(['Когда', 'Кто', 'Что'], deedsOf(sandbox.db, found.number).map(deed), 'Пока ничего.')}`,
      );
    })
    .post('/sandbox/cases/:number', async (c) => {
      const number = c.req.param('number');
      const order = v.safeParse(OrderSchema, await c.req.parseBody());
      if (!order.success) return impossible(c, 'Напишите текст, не длиннее 2000 знаков.', pathOf(number));
      const { from, overdue, ...how } = order.output;
      const back = from ? '/sandbox/' : pathOf(number);
      try {
        act(sandbox, number, { ...how, overdue: overdue === 'yes' });
      } catch (error) {
        if (!(error instanceof MoveError)) throw error;
        return impossible(c, error.message, back);
      }
      return c.redirect(back, 303);
    })
    .post('/sandbox/cases/:number/invoices', async (c) => {
      const found = findCase(sandbox.db, c.req.param('number'));
      if (!found) throw new Refusal('not-found');
      const back = pathOf(found.number);
      const invoice = v.safeParse(InvoiceSchema, await c.req.parseBody());
      if (isEnd(found.state)) return impossible(c, 'Дело закончено.', back);
      if (!invoice.success)
        return impossible(c, 'Напишите, за что платить и сколько: от 1 до 1 000 000 рублей.', back);
      const { purpose, rubles } = invoice.output;
      transaction(sandbox.db, () => {
        issueInvoice(sandbox, found.number, purpose, rubles * 100);
      });
      return c.redirect(back, 303);
    });

const pathOf = (number: string) => `/sandbox/cases/${encodeURIComponent(number)}`;

function about({ service, agency, citizen, submittedAt, state }: Case, answer: Markup): Markup {
  const applicant = CITIZENS.find(({ id }) => id === citizen);
  return html`<dl class="facts">
    <dt>Услуга</dt>
    <dd>${service.title}</dd>
    <dt>Ведомство</dt>
    <dd>${agency.title}</dd>
    <dt>Кто подал</dt>
    <dd>${applicant ? fullName(applicant.profile) : 'без входа'}, ${momentInWords(submittedAt)}</dd>
    <dt>Где стоит</dt>
    <dd>${STATE_WORDS[state]}</dd>
    <dt>Ответ</dt>
    <dd>${answer}</dd>
  </dl>`;
}

const ROLES: Record<Role, string> = {
  applicant: 'Заявитель',
  specialist: 'Специалист',
  otherAgency: 'Другое ведомство',
};
const ACTIONS: Record<Exclude<Action, 'stateChanged'>, string> = {
  requestSent: 'Отправлен запрос',
  requestAnswered: 'Пришёл ответ на запрос',
  messageSent: 'Письмо',
  invoiceIssued: 'Выставлен счёт',
  fileIssued: 'Выдан файл',
  corrected: 'Исправлено и подано снова',
};

const deed = ({ at, role, action, state, note }: ApplicationHistory['items'][number]): Markup =>
  html`<tr>
    <th scope="row">${momentInWords(at)}</th>
    <td>${ROLES[role]}</td>
    <td>
      ${action === 'stateChanged' ? STATE_WORDS[state] : ACTIONS[action]}${note === undefined ? '' : `. ${note}`}
    </td>
  </tr>`;
