import type { Handlers } from '../http/handlers.ts';
import { readListPage } from '../http/paging.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { KeyContext } from '../store/sealing.ts';
import { casesOf, requireOwnCase } from './cases.ts';
import { requireCaseByCode, type WrongCodesContext } from './codes.ts';
import { todayIn } from './deadline.ts';
import { historyOf } from './history.ts';
import {
  applicationStatusOf,
  applicationSummaryOf,
  fullApplicationOf,
  type ApplicationStatusContext,
} from './status.ts';

type ReadingContext = ApplicationStatusContext & KeyContext & WrongCodesContext & WallClockContext;

/** Handlers that show applications to the applicant. Those that change them are in `workflow/applications.ts`. */
export const applicationReadHandlers: Pick<
  Handlers<ReadingContext>,
  'listApplications' | 'getApplication' | 'getApplicationStatus' | 'getApplicationHistory'
> = {
  listApplications({ citizen, query: { after, limit } }, context) {
    const { items, next } = readListPage(limit, (maxRows) =>
      casesOf(context.db, citizen.id, { limit: maxRows, after }),
    );
    const today = todayIn(context);
    return {
      status: 200,
      body: {
        items: items.map((kase) => applicationSummaryOf(kase, today)),
        ...(next && { next: next.number }),
      },
    };
  },
  getApplication: ({ params, citizen }, context) => ({
    status: 200,
    body: fullApplicationOf(context, requireOwnCase(context, params.number, citizen)),
  }),
  getApplicationStatus({ params, headers, citizen }, context) {
    const code = headers['Okno-Case-Code'];
    const kase =
      code === undefined
        ? requireOwnCase(context, params.number, citizen)
        : requireCaseByCode(context, params.number, code);
    return { status: 200, body: applicationStatusOf(context, kase) };
  },
  getApplicationHistory({ params, citizen }, context) {
    const { number } = requireOwnCase(context, params.number, citizen);
    return { status: 200, body: { items: historyOf(context.db, number) } };
  },
};
