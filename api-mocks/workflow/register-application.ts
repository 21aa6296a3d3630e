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
import { newCaseCode } from '../cases/codes.ts';
import { addHistoryEntry } from '../cases/history.ts';
import { refusePausedService } from '../cases/services.ts';
import type { EventContext } from '../events/events.ts';
import { HttpProblem, parseRequestPart } from '../http/problem.ts';
import { insertRow, nextCaseNumber } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { seal } from '../store/sealing.ts';
import { registerCase } from './case-moves.ts';
import { startSchedule } from './schedules.ts';
import { scriptFor } from './scripts.ts';

export type RegisterContext = EventContext & PortalDataContext;

/** The answers are checked by their form, which gives each mistake its code. */
const answers = v.record(v.string(), v.unknown(), 'required');
const EnvelopeSchema = v.object({ ...ApplicationInputSchema.entries, answers });
const CorrectionEnvelopeSchema = v.object({ ...CorrectionInputSchema.entries, answers });
type UncheckedApplication = v.InferOutput<typeof EnvelopeSchema>;

/** What of a new case the form does not say. */
type NewCaseRow = Pick<
  Case,
  'number' | 'codeSalt' | 'codeHash' | 'citizen' | 'submittedAt' | 'dueOn' | 'corrects'
> & { consentVersion: string };

/** Whose application it is, and the refused one that it mends. */
interface CaseLinks {
  citizen: string | null;
  corrects: string | null;
}

/** Stores an application, or refuses it and names every field that is wrong. Runs within a transaction. */
export const registerApplication = (
  context: RegisterContext,
  json: object,
  citizen: string | null,
): ApplicationCreated =>
  registerForm(context, parseRequestPart(EnvelopeSchema, json), { citizen, corrects: null });

/** Stores an application that mends a refused one. Runs within a transaction. */
export function registerCorrection(
  context: RegisterContext,
  json: object,
  refused: Case,
): ApplicationCreated {
  if (refused.state !== 'refused' || refused.correctedBy !== null) throw new HttpProblem('wrong-state');
  const { citizen, number, service } = refused;
  const envelope = { ...parseRequestPart(CorrectionEnvelopeSchema, json), service: service.slug };
  const created = registerForm(context, envelope, { citizen, corrects: number });
  const note = `Новое: ${created.number}.`;
  addHistoryEntry(context, number, { action: 'corrected', role: 'applicant', note });
  return created;
}

function registerForm(
  parent: RegisterContext,
  envelope: UncheckedApplication,
  origin: CaseLinks,
): ApplicationCreated {
  const { calendar, region } = parent.data;
  const form = requireForm(parent, envelope);
  const instant = parent.now();
  // All that is written of it bears one instant.
  const context = { ...parent, now: () => instant };
  const today = regionDay(instant, region.timeZone);
  const given = { ...emptyAnswers(form), ...envelope.answers };
  const answered = parseRequestPart(answersSchema(form, today), given, { at: '/answers' });
  const { code, salt, hash } = newCaseCode();
  const created = {
    number: nextCaseNumber(context, today),
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
function requireForm(
  context: RegisterContext,
  { service, formVersion }: UncheckedApplication,
): FormDefinition {
  const form = context.data.forms.get(service);
  if (!form) throw new HttpProblem('invalid', { errors: [{ pointer: '/service', code: 'unknown' }] });
  refusePausedService(context, service);
  if (form.version !== formVersion) throw new HttpProblem('form-changed');
  return form;
}

function insertCase(
  { db, key }: RegisterContext,
  row: NewCaseRow,
  { form, answered }: { form: FormDefinition; answered: Answers },
): Case {
  insertRow(db, 'applications', {
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
const emptyAnswers = ({ steps }: FormDefinition): Record<string, undefined> =>
  Object.fromEntries(steps.flatMap((step) => step.fields.map(({ name }) => [name, undefined])));
