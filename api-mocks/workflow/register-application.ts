import * as v from 'valibot';

import { CASE_MOVES } from '../../widgets/contract/applications/moves.ts';
import {
  ApplicationInputSchema,
  CorrectionInputSchema,
  type ApplicationCreated,
} from '../../widgets/contract/applications/schemas.ts';
import { answersSchema, type Answers, type FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import { attachFiles, attachmentsIn } from '../cases/attachments.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { newCode } from '../cases/codes.ts';
import { addHistoryEntry } from '../cases/history.ts';
import { checkOnline } from '../cases/services.ts';
import type { EventContext } from '../events/events.ts';
import { Refusal, valid } from '../http/problem.ts';
import { insert, nextNumber } from '../store/database.ts';
import type { DataContext } from '../store/portal-data.ts';
import { seal } from '../store/sealed.ts';
import { registerCase } from './case-moves.ts';
import { startSchedule } from './schedules.ts';
import { scriptFor } from './scripts.ts';

export type RegisterContext = EventContext & DataContext;

/** The answers are checked by their form, which gives each mistake its code. */
const answers = v.record(v.string(), v.unknown(), 'required');
const EnvelopeSchema = v.object({ ...ApplicationInputSchema.entries, answers });
const CorrectionEnvelopeSchema = v.object({ ...CorrectionInputSchema.entries, answers });
type Envelope = v.InferOutput<typeof EnvelopeSchema>;

/** What of a new case the form does not say. */
type NewRow = Pick<
  Case,
  'number' | 'codeSalt' | 'codeHash' | 'citizen' | 'submittedAt' | 'dueOn' | 'corrects'
> & { consentVersion: string };

/** Whose application it is, and the refused one that it mends. */
interface Origin {
  citizen: string | null;
  corrects: string | null;
}

/** Stores an application, or refuses it and names every field that is wrong. Runs within a transaction. */
export const registerApplication = (
  context: RegisterContext,
  json: object,
  citizen: string | null,
): ApplicationCreated => register(context, valid(EnvelopeSchema, json), { citizen, corrects: null });

/** Stores an application that mends a refused one. Runs within a transaction. */
export function registerCorrection(
  context: RegisterContext,
  json: object,
  refused: Case,
): ApplicationCreated {
  if (refused.state !== 'refused' || refused.correctedBy !== null) throw new Refusal('wrong-state');
  const { citizen, number, service } = refused;
  const envelope = { ...valid(CorrectionEnvelopeSchema, json), service: service.slug };
  const created = register(context, envelope, { citizen, corrects: number });
  const note = `Новое: ${created.number}.`;
  addHistoryEntry(context, number, { action: 'corrected', role: 'applicant', note });
  return created;
}

function register(parent: RegisterContext, envelope: Envelope, origin: Origin): ApplicationCreated {
  const { calendar, region } = parent.data;
  const form = formOf(parent, envelope);
  const instant = parent.now();
  // All that is written of it bears one instant.
  const context = { ...parent, now: () => instant };
  const today = regionDay(instant, region.timeZone);
  const given = { ...unanswered(form), ...envelope.answers };
  const answered = valid(answersSchema(form, today), given, { at: '/answers' });
  const { code, salt, hash } = newCode();
  const created = {
    number: nextNumber(context, today),
    submittedAt: instant.toISOString(),
    dueOn: dueDate(form.answerPeriod, today, calendar),
  };
  const row = {
    ...created,
    ...origin,
    codeSalt: salt,
    codeHash: hash,
    consentVersion: envelope.consent.version,
  };
  const kase = insertCase(context, row, { form, answered });
  const { number } = created;
  attachFiles(context, attachmentsIn(answered), { number, from: origin.corrects ?? number });
  registerCase(context, kase);
  startSchedule(context, kase, scriptFor(answered));
  return { ...created, code };
}

/** The form by which an application was filled in. Refuses one that cannot be taken now. */
function formOf(context: RegisterContext, { service, formVersion }: Envelope): FormDefinition {
  const form = context.data.forms.get(service);
  if (!form) throw new Refusal('invalid', { errors: [{ pointer: '/service', code: 'unknown' }] });
  checkOnline(context, service);
  if (form.version !== formVersion) throw new Refusal('form-changed');
  return form;
}

function insertCase(
  { db, key }: RegisterContext,
  row: NewRow,
  { form, answered }: { form: FormDefinition; answered: Answers },
): Case {
  insert(db, 'applications', {
    ...row,
    service: JSON.stringify(form.service),
    agency: JSON.stringify(form.agency),
    period: JSON.stringify(form.answerPeriod),
    formVersion: form.version,
    sealed: seal(key, answered),
    state: CASE_MOVES.register.to,
  });
  return findCase(db, row.number) as Case;
}

/** JSON leaves out what is empty; valibot has to meet every question. */
const unanswered = ({ steps }: FormDefinition): Record<string, undefined> =>
  Object.fromEntries(steps.flatMap((step) => step.fields.map(({ name }) => [name, undefined])));
