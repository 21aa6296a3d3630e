import * as v from 'valibot';

import type { FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import type { Online, Service, ServiceSummary } from '../../widgets/contract/services/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { SERVICES } from '../../widgets/contract/services/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { insert } from '../store/database.ts';
import { unlessKnown } from '../http/etag.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';

/** Services of the catalogue, and which of them can be applied for here. */
export const services = (sandbox: Sandbox): HandlersOf<typeof SERVICES> => ({
  listServices: ({ headers }) =>
    unlessKnown(
      { items: sandbox.data.catalogue.services.map((entry) => summaryOf(sandbox, entry)) },
      headers['If-None-Match'],
    ),
  getService: ({ params: { slug }, headers }) =>
    unlessKnown(serviceOf(sandbox, slug), headers['If-None-Match']),
});

type Entry = Sandbox['data']['catalogue']['services'][number];

function summaryOf(sandbox: Sandbox, { slug, title, short }: Entry): ServiceSummary {
  const form = sandbox.data.forms.get(slug);
  return {
    slug,
    title,
    short,
    online: onlineOf(sandbox, slug, form),
    ...(form && { formVersion: form.version }),
  };
}

function serviceOf(sandbox: Sandbox, slug: string): Service {
  const { catalogue, forms, calendar } = sandbox.data;
  const entry = catalogue.services.find((service) => service.slug === slug);
  const agency = catalogue.agencies.find((other) => other.slug === entry?.agency);
  if (!entry || !agency) throw new Refusal('not-found');
  const period = forms.get(slug)?.answerPeriod;
  return {
    ...summaryOf(sandbox, entry),
    agency,
    ...(period && {
      deadline: { period, dueOn: dueDate(period, regionDay(sandbox.now()), calendar) },
    }),
  };
}

function onlineOf(sandbox: Sandbox, slug: string, form: FormDefinition | undefined): Online {
  if (!form) return { status: 'offline' };
  const pause = pauseOf(sandbox, slug);
  return pause ? { status: 'paused', ...pause } : { status: 'online' };
}

const PauseSchema = v.pipe(
  v.object({ reason: v.string(), resumesOn: v.nullable(v.string()) }),
  v.transform(({ reason, resumesOn }) => ({ reason, ...(resumesOn !== null && { resumesOn }) })),
);

/** Why a service takes no applications now, and until when; `undefined` when it does. */
export function pauseOf({ db, now }: Sandbox, slug: string): v.InferOutput<typeof PauseSchema> | undefined {
  const row = db
    .prepare(
      'SELECT reason, resumesOn FROM pauses WHERE service = ? AND (resumesOn IS NULL OR resumesOn > ?)',
    )
    .get(slug, regionDay(now()));
  return row && v.parse(PauseSchema, row);
}

/**
 * Lets a service take no applications, for a reason in Russian and until the day `resumesOn`, or until it is told otherwise;
 * without a reason it takes them again.
 */
export function pauseService({ db }: Sandbox, slug: string, reason?: string, resumesOn?: string): void {
  db.prepare('DELETE FROM pauses WHERE service = ?').run(slug);
  if (reason !== undefined) insert(db, 'pauses', { service: slug, reason, resumesOn: resumesOn ?? null });
}

/** Refuses a new application while its service is paused. */
export function checkOnline(sandbox: Sandbox, slug: string): void {
  const pause = pauseOf(sandbox, slug);
  if (pause) throw new Refusal('service-paused', { detail: pause.reason });
}
