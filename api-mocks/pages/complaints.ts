import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import * as v from 'valibot';

import { COMPLAINT_STATE_WORDS } from '../../widgets/contract/complaints/moves.ts';
import { textSchema } from '../../widgets/contract/values/schemas.ts';
import { findComplaint, newestComplaints, type ComplaintRow } from '../complaints/complaint-rows.ts';
import {
  complaintLookupOf,
  complaintSummaryOf,
  type ComplaintContext,
} from '../complaints/complaint-status.ts';
import type { EventContext } from '../events/events.ts';
import type { Markup } from '../http/page.ts';
import { HttpProblem } from '../http/problem.ts';
import { answerComplaint, startComplaintReview } from '../workflow/complaint-answers.ts';
import { MoveError } from '../workflow/move-error.ts';
import { GROUND_WORDS, complaintBody } from './complaint-body.ts';
import { dueInWords, conflictPage, sandboxPage, htmlTable } from './layout.ts';

/** The newest complaints are shown: nobody looks through more. */
const MAX_COMPLAINTS = 200;
const COMPLAINTS_PATH = '/sandbox/complaints';

const VerdictFormSchema = v.object({
  verdict: v.optional(v.picklist(['satisfied', 'rejected'])),
  text: v.optional(textSchema(4000)),
});

/** `/sandbox/complaints`: lists complaints, and shows each with its history. `POST` puts one under review, or answers it. */
export const complaintPages = (context: ComplaintContext & EventContext) =>
  new Hono()
    .get(COMPLAINTS_PATH, (c) =>
      sandboxPage(c, COMPLAINTS_PATH, { title: 'Жалобы', body: complaintsTable(context) }),
    )
    .get(`${COMPLAINTS_PATH}/:number`, (c) => {
      const complaint = requireComplaint(context, c.req.param('number'));
      const body = complaintBody(context, complaint);
      return sandboxPage(c, COMPLAINTS_PATH, { title: `Жалоба ${complaint.number}`, body });
    })
    .post(`${COMPLAINTS_PATH}/:number`, (c) => handleVerdictForm(context, c, c.req.param('number')));

/** Answers the complaint by the verdict and text of the form. A form without them puts the complaint under review. */
async function handleVerdictForm(context: EventContext, c: Context, number: string): Promise<Response> {
  const backPath = `${COMPLAINTS_PATH}/${encodeURIComponent(number)}`;
  const form = v.safeParse(VerdictFormSchema, await c.req.parseBody());
  if (!form.success)
    return conflictPage(c, 'Выберите решение и напишите ответ, не длиннее 4000 знаков.', backPath);
  const { verdict, text } = form.output;
  try {
    if (verdict === undefined || text === undefined) startComplaintReview(context, number);
    else answerComplaint(context, number, { satisfied: verdict === 'satisfied', text });
  } catch (error) {
    if (!(error instanceof MoveError)) throw error;
    return conflictPage(c, error.message, backPath);
  }
  return c.redirect(backPath, 303);
}

function complaintsTable(context: ComplaintContext): Markup {
  const lookup = complaintLookupOf(context);
  const rows = newestComplaints(context.db, MAX_COMPLAINTS).map((complaint) => {
    const { number, ground, state, dueOn, overdue } = complaintSummaryOf(complaint, lookup);
    return html`<tr>
      <th scope="row" class="number"><a href="${COMPLAINTS_PATH}/${number}">${number}</a></th>
      <td>${GROUND_WORDS[ground]}</td>
      <td>${COMPLAINT_STATE_WORDS[state]}</td>
      <td>${dueInWords({ dueOn, overdue })}</td>
    </tr>`;
  });
  return htmlTable(['Номер', 'На что', 'Где стоит', 'Ответ'], rows, 'Пока нет ни одной жалобы.');
}

function requireComplaint({ db }: EventContext, number: string): ComplaintRow {
  const complaint = findComplaint(db, number);
  if (!complaint) throw new HttpProblem('not-found');
  return complaint;
}
