import { Hono, type Context } from 'hono';
import * as v from 'valibot';

import { isEnd } from '../../widgets/contract/applications/moves.ts';
import { StateSchema } from '../../widgets/contract/applications/schemas.ts';
import { text } from '../../widgets/contract/values/schemas.ts';
import { findCase, type Case } from '../cases/cases.ts';
import type { EventContext } from '../events/events.ts';
import { Refusal } from '../http/problem.ts';
import { issueInvoice } from '../payments/invoices.ts';
import { transaction } from '../store/database.ts';
import { MoveError } from '../workflow/move-error.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import { caseBody } from './case-body.ts';
import { impossiblePage, officialsPage } from './layout.ts';

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
export const casePages = (context: EventContext) =>
  new Hono()
    .get('/sandbox/cases/:number', (c) => {
      const kase = knownCase(context, c.req.param('number'));
      const title = `Дело ${kase.number}`;
      return officialsPage(c, '/sandbox/', { title, body: caseBody(context, kase, pathOf(kase.number)) });
    })
    .post('/sandbox/cases/:number', (c) => takeOrder(context, c, c.req.param('number')))
    .post('/sandbox/cases/:number/invoices', (c) => takeInvoice(context, c, c.req.param('number')));

async function takeOrder(context: EventContext, c: Context, number: string): Promise<Response> {
  const form = v.safeParse(OrderSchema, await c.req.parseBody());
  if (!form.success) return impossiblePage(c, 'Напишите текст, не длиннее 2000 знаков.', pathOf(number));
  const { from, overdue, ...order } = form.output;
  const back = from ? '/sandbox/' : pathOf(number);
  try {
    moveCaseTo(context, number, { ...order, overdue: overdue === 'yes' });
  } catch (error) {
    if (!(error instanceof MoveError)) throw error;
    return impossiblePage(c, error.message, back);
  }
  return c.redirect(back, 303);
}

async function takeInvoice(context: EventContext, c: Context, number: string): Promise<Response> {
  const kase = knownCase(context, number);
  const back = pathOf(kase.number);
  const form = v.safeParse(InvoiceSchema, await c.req.parseBody());
  if (isEnd(kase.state)) return impossiblePage(c, 'Дело закончено.', back);
  if (!form.success)
    return impossiblePage(c, 'Напишите, за что платить и сколько: от 1 до 1 000 000 рублей.', back);
  const { purpose, rubles } = form.output;
  transaction(context.db, () => {
    issueInvoice(context, kase.number, { purpose, amount: rubles * 100 });
  });
  return c.redirect(back, 303);
}

function knownCase({ db }: EventContext, number: string): Case {
  const kase = findCase(db, number);
  if (!kase) throw new Refusal('not-found');
  return kase;
}

const pathOf = (number: string) => `/sandbox/cases/${encodeURIComponent(number)}`;
