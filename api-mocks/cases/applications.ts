import type { Handlers } from '../http/api.ts';
import { readPage } from '../http/paging.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { KeyContext } from '../store/sealed.ts';
import { casesOf, ownCase } from './cases.ts';
import { caseByCode, type GuessesContext } from './codes.ts';
import { todayIn } from './deadline.ts';
import { historyOf } from './history.ts';
import { statusOf, summaryOf, wholeOf, type StatusContext } from './status.ts';

type ReadingContext = StatusContext & KeyContext & GuessesContext & WallClockContext;

/** What the applicant sees of applications. What she does with them is in `workflow/applications.ts`. */
export const applications: Pick<
  Handlers<ReadingContext>,
  'listApplications' | 'getApplication' | 'getApplicationStatus' | 'getApplicationHistory'
> = {
  listApplications({ citizen, query: { after, limit } }, context) {
    const { items, next } = readPage(limit, (most) =>
      casesOf(context.db, citizen.id, { limit: most, after }),
    );
    const today = todayIn(context);
    return {
      status: 200,
      body: { items: items.map((kase) => summaryOf(kase, today)), ...(next && { next: next.number }) },
    };
  },
  getApplication: ({ params, citizen }, context) => ({
    status: 200,
    body: wholeOf(context, ownCase(context, params.number, citizen)),
  }),
  getApplicationStatus({ params, headers, citizen }, context) {
    const code = headers['Okno-Case-Code'];
    const kase =
      code === undefined
        ? ownCase(context, params.number, citizen)
        : caseByCode(context, params.number, code);
    return { status: 200, body: statusOf(context, kase) };
  },
  getApplicationHistory({ params, citizen }, context) {
    const { number } = ownCase(context, params.number, citizen);
    return { status: 200, body: { items: historyOf(context.db, number) } };
  },
};
