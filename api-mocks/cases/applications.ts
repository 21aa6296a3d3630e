import type { ApplicationHistory } from '../../widgets/contract/applications/schemas.ts';
import type { Handlers } from '../http/handlers.ts';
import { readListPage } from '../http/paging.ts';
import { mayReadAnswers, requireCase, type CaseAccessContext } from './case-access.ts';
import { casesOf } from './cases.ts';
import { todayIn } from './deadline.ts';
import { historyOf, titleOfEntry } from './history.ts';
import {
  applicationStatusOf,
  applicationSummaryOf,
  fullApplicationOf,
  type ApplicationStatusContext,
} from './status.ts';

type ReadingContext = ApplicationStatusContext & CaseAccessContext;

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
        items: items.map((kase) => applicationSummaryOf(context, kase, today)),
        ...(next && { next: next.number }),
      },
    };
  },
  getApplication(request, context) {
    const kase = requireCase(context, request);
    const withAnswers = mayReadAnswers(context, kase, request);
    return { status: 200, body: fullApplicationOf(context, kase, { withAnswers }) };
  },
  getApplicationStatus: (request, context) => ({
    status: 200,
    body: applicationStatusOf(context, requireCase(context, request)),
  }),
  getApplicationHistory(request, context) {
    const { number } = requireCase(context, request);
    const items = historyOf(context.db, number).map((entry) => ({ ...entry, title: titleOfEntry(entry) }));
    const body: ApplicationHistory = { items };
    return { status: 200, body };
  },
};
