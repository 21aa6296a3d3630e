import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import { COMPLAINT_STATE_WORDS } from '../../widgets/contract/complaints/moves.ts';
import { text } from '../../widgets/contract/values/schemas.ts';
import { findComplaint, latestComplaints, type ComplaintRow } from '../complaints/complaint-rows.ts';
import { listingIn, summaryOf, type ComplaintContext } from '../complaints/complaint-status.ts';
import type { EventContext } from '../events/events.ts';
import type { Markup } from '../http/page.ts';
import { Refusal } from '../http/problem.ts';
import { answerComplaint, reviewComplaint } from '../workflow/complaint-answers.ts';
import { MoveError } from '../workflow/move-error.ts';
import { GROUND_WORDS, complaintBody } from './complaint-body.ts';
import { dueInWords, impossiblePage, officialsPage, table } from './layout.ts';

/** More than these nobody looks through. */
const MOST_COMPLAINTS = 200;
const ROOM = '/sandbox/complaints';

const OrderSchema = v.object({
  verdict: v.optional(v.picklist(['satisfied', 'rejected'])),
  text: v.optional(text(4000)),
});

/** `/sandbox/complaints`: complaints, their history, and answers to them. */
export const complaintPages = (context: ComplaintContext & EventContext) =>
  new Hono()
    .get(ROOM, (c) => officialsPage(c, ROOM, { title: 'Жалобы', body: listOf(context) }))
    .get(`${ROOM}/:number`, (c) => {
      const complaint = knownComplaint(context, c.req.param('number'));
      const body = complaintBody(context, complaint);
      return officialsPage(c, ROOM, { title: `Жалоба ${complaint.number}`, body });
    })
    .post(`${ROOM}/:number`, (c) => takeOrder(context, c, c.req.param('number')));

async function takeOrder(context: EventContext, c: Context, number: string): Promise<Response> {
  const back = `${ROOM}/${encodeURIComponent(number)}`;
  const form = v.safeParse(OrderSchema, await c.req.parseBody());
  if (!form.success)
    return impossiblePage(c, 'Выберите решение и напишите ответ, не длиннее 4000 знаков.', back);
  const { verdict, text: words } = form.output;
  try {
    if (verdict === undefined || words === undefined) reviewComplaint(context, number);
    else answerComplaint(context, number, { satisfied: verdict === 'satisfied', text: words });
  } catch (error) {
    if (!(error instanceof MoveError)) throw error;
    return impossiblePage(c, error.message, back);
  }
  return c.redirect(back, 303);
}

function listOf(context: ComplaintContext): Markup {
  const listing = listingIn(context);
  const rows = latestComplaints(context.db, MOST_COMPLAINTS).map((complaint) => {
    const { number, ground, state, dueOn, overdue } = summaryOf(complaint, listing);
    return html`<tr>
      <th scope="row" class="number"><a href="${ROOM}/${number}">${number}</a></th>
      <td>${GROUND_WORDS[ground]}</td>
      <td>${COMPLAINT_STATE_WORDS[state]}</td>
      <td>${dueInWords({ dueOn, overdue })}</td>
    </tr>`;
  });
  return table(['Номер', 'На что', 'Где стоит', 'Ответ'], rows, 'Пока нет ни одной жалобы.');
}

function knownComplaint({ db }: EventContext, number: string): ComplaintRow {
  const complaint = findComplaint(db, number);
  if (!complaint) throw new Refusal('not-found');
  return complaint;
}
