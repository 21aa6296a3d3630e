import { Hono, type Context, type Next } from 'hono';
import * as v from 'valibot';

import { offerVisit } from '../appointments/visit-offers.ts';
import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import { StateSchema } from '../../widgets/contract/applications/schemas.ts';
import { textSchema } from '../../widgets/contract/values/schemas.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { countHistory } from '../cases/history.ts';
import type { EventContext } from '../events/events.ts';
import { HttpProblem } from '../http/problem.ts';
import { issueInvoice } from '../payments/invoices.ts';
import { runTransaction } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { MoveError } from '../workflow/move-error.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import { caseBody } from './case-body.ts';
import { conflictPage, sandboxPage } from './layout.ts';

const MoveFormSchema = v.object({
  to: v.optional(StateSchema),
  overdue: v.optional(v.literal('yes')),
  prolong: v.optional(v.literal('yes')),
  text: v.optional(textSchema(2000)),
  /** Questions of the form that a refusal is about. */
  fields: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.transform((names) => [names].flat()),
    ),
  ),
  /** Is there if the form stands in the list of cases: the answer leads back to the list. */
  from: v.optional(v.literal('list')),
});
const InvoiceFormSchema = v.object({
  purpose: textSchema(200),
  rubles: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
});

const VisitFormSchema = v.object({
  purpose: textSchema(500),
  /** A thing a line. */
  bring: v.pipe(
    v.optional(v.pipe(v.string(), v.maxLength(1000)), ''),
    v.transform((lines) => lines.split('\n').flatMap((line) => line.trim() || [])),
  ),
});

/**
 * `/sandbox/cases/{number}`: shows a case, its history, and everything that an official can do with it. `POST` moves the
 * case, `POST …/invoices` issues an invoice, `POST …/visits` invites the applicant; all lead back to the page.
 */
export const casePages = (context: EventContext & PortalDataContext) =>
  new Hono()
    .get('/sandbox/cases/:number', (c) => {
      const kase = requireCase(context, c.req.param('number'));
      const title = `Дело ${kase.number}`;
      return sandboxPage(c, '/sandbox/', { title, body: caseBody(context, kase, casePath(kase.number)) });
    })
    .post('/sandbox/cases/:number/*', refuseStaleForm(context))
    .post('/sandbox/cases/:number', (c) => handleMoveForm(context, c, c.req.param('number')))
    .post('/sandbox/cases/:number/visits', (c) => handleVisitForm(context, c, c.req.param('number')))
    .post('/sandbox/cases/:number/invoices', (c) => handleInvoiceForm(context, c, c.req.param('number')));

/**
 * Responds with 409 if the case has changed since its page was shown: the forms say in `?seen=` how many entries its history had. So a
 * second click does nothing a second time.
 */
const refuseStaleForm =
  ({ db }: EventContext) =>
  async (c: Context, next: Next): Promise<Response | undefined> => {
    const { seen } = c.req.query();
    const number = c.req.param('number') ?? '';
    if (seen !== undefined && Number(seen) !== countHistory(db, number))
      return conflictPage(
        c,
        'Дело уже изменилось: это второе нажатие, или кто-то был раньше. Посмотрите, что в нём теперь.',
        casePath(number),
      );
    await next();
    return undefined;
  };

/** Moves the case as the form says, and leads back. Responds with 409 if the form is wrong or the move is impossible. */
async function handleMoveForm(context: EventContext, c: Context, number: string): Promise<Response> {
  const form = v.safeParse(MoveFormSchema, await c.req.parseBody({ all: true }));
  if (!form.success) return conflictPage(c, 'Напишите текст, не длиннее 2000 знаков.', casePath(number));
  const { from, overdue, prolong, ...move } = form.output;
  const backPath = from ? '/sandbox/' : casePath(number);
  try {
    moveCaseTo(context, number, { ...move, overdue: overdue === 'yes', prolong: prolong === 'yes' });
  } catch (error) {
    if (!(error instanceof MoveError)) throw error;
    return conflictPage(c, error.message, backPath);
  }
  return c.redirect(backPath, 303);
}

/** Issues an invoice, and leads back. Responds with 409 if the form is wrong or the case has ended. */
async function handleInvoiceForm(context: EventContext, c: Context, number: string): Promise<Response> {
  const kase = requireCase(context, number);
  const backPath = casePath(kase.number);
  const form = v.safeParse(InvoiceFormSchema, await c.req.parseBody());
  if (isFinalState(kase.state)) return conflictPage(c, 'Дело закончено.', backPath);
  if (!form.success)
    return conflictPage(c, 'Напишите, за что платить и сколько: от 1 до 1 000 000 рублей.', backPath);
  const { purpose, rubles } = form.output;
  runTransaction(context.db, () => {
    issueInvoice(context, kase.number, { purpose, amount: rubles * 100 });
  });
  return c.redirect(backPath, 303);
}

/** Invites the applicant, and leads back. Responds with 409 if the form is wrong or the case has ended. */
async function handleVisitForm(context: EventContext, c: Context, number: string): Promise<Response> {
  const kase = requireCase(context, number);
  const form = v.safeParse(VisitFormSchema, await c.req.parseBody());
  if (isFinalState(kase.state)) return conflictPage(c, 'Дело закончено.', casePath(number));
  if (!form.success) return conflictPage(c, 'Напишите, зачем прийти.', casePath(number));
  runTransaction(context.db, () => {
    offerVisit(context, kase, form.output);
  });
  return c.redirect(casePath(number), 303);
}

function requireCase({ db }: EventContext, number: string): Case {
  const kase = findCase(db, number);
  if (!kase) throw new HttpProblem('not-found');
  return kase;
}

const casePath = (number: string) => `/sandbox/cases/${encodeURIComponent(number)}`;
