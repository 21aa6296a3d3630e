import * as v from 'valibot';

import type { Catalogue, FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import type { Online, PortalService, ServiceSummary } from '../../widgets/contract/services/schemas.ts';
import { answerDueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { SERVICE_OPERATIONS } from '../../widgets/contract/services/operations.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { conditionalResponse } from '../http/etag.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { PortalDataContext, RegionDataContext } from '../store/portal-data.ts';

/** What finding the pause of a service needs. */
type PauseContext = DatabaseContext & ClockContext & RegionDataContext;
type ServicesContext = DatabaseContext & ClockContext & PortalDataContext;

/** Handlers that show the services of the catalogue, and for which of them the portal takes applications. */
export const serviceHandlers: HandlersOf<typeof SERVICE_OPERATIONS, ServicesContext> = {
  listServices: ({ headers }, context) =>
    conditionalResponse(
      { items: context.data.catalogue.services.map((entry) => serviceSummaryOf(context, entry)) },
      headers['If-None-Match'],
    ),
  getService: ({ params: { slug }, headers }, context) =>
    conditionalResponse(serviceOf(context, slug), headers['If-None-Match']),
};

type CatalogueService = Catalogue['services'][number];

/** One service as the list of services shows it. */
function serviceSummaryOf(
  context: ServicesContext,
  { slug, title, short }: CatalogueService,
): ServiceSummary {
  const form = context.data.forms.get(slug);
  return {
    slug,
    title,
    short,
    online: onlineOf(context, slug, form),
    ...(form && { formVersion: form.version }),
  };
}

/** One service with its agency and its last day, if one applied today. Throws 404 `not-found` for an unknown slug. */
function serviceOf(context: ServicesContext, slug: string): PortalService {
  const { catalogue, forms, calendar, region } = context.data;
  const entry = catalogue.services.find((service) => service.slug === slug);
  const agency = catalogue.agencies.find((other) => other.slug === entry?.agency);
  if (!entry || !agency) throw new HttpProblem('not-found');
  const period = forms.get(slug)?.answerPeriod;
  return {
    ...serviceSummaryOf(context, entry),
    agency,
    ...(period && {
      deadline: { period, dueOn: answerDueDate(period, regionDay(context.now(), region.timeZone), calendar) },
    }),
  };
}

/** Whether the portal takes applications: `offline` if the service has no form, `paused` during a pause, else `online`. */
function onlineOf(context: PauseContext, slug: string, form: FormDefinition | undefined): Online {
  if (!form) return { status: 'offline' };
  const pause = pauseOf(context, slug);
  return pause ? { status: 'paused', ...pause } : { status: 'online' };
}

/** Parses a row of the table `pauses`. A pause without an end has no `resumesOn`. */
const PauseSchema = v.pipe(
  v.object({ reason: v.string(), resumesOn: v.nullable(v.string()) }),
  v.transform(({ reason, resumesOn }) => ({ reason, ...(resumesOn !== null && { resumesOn }) })),
);

/**
 * The pause of a service today: why it takes no applications, and the day on which it resumes. Gives `undefined` without a
 * pause.
 */
export function pauseOf(
  { db, now, data }: PauseContext,
  slug: string,
): v.InferOutput<typeof PauseSchema> | undefined {
  const row = db
    .prepare(
      'SELECT reason, resumesOn FROM pauses WHERE service = ? AND (resumesOn IS NULL OR resumesOn > ?)',
    )
    .get(slug, regionDay(now(), data.region.timeZone));
  return row && v.parse(PauseSchema, row);
}

interface Pause {
  /** Why, in Russian. */
  reason: string;
  /** The day on which the pause ends by itself, `YYYY-MM-DD`, if there is one. */
  resumesOn?: string | undefined;
}

/** Pauses a service: it takes no new applications. Without `pause` it takes them again. */
export function pauseService({ db }: DatabaseContext, slug: string, pause?: Pause): void {
  db.prepare('DELETE FROM pauses WHERE service = ?').run(slug);
  if (!pause) return;
  const { reason, resumesOn = null } = pause;
  insertRow(db, 'pauses', { service: slug, reason, resumesOn });
}

/** Throws 409 `service-paused` with the reason while a service is paused. */
export function refusePausedService(context: PauseContext, slug: string): void {
  const pause = pauseOf(context, slug);
  if (pause) throw new HttpProblem('service-paused', { detail: pause.reason });
}
