import * as v from 'valibot';

import { CASE_MOVES } from '../../widgets/contract/applications/moves.ts';
import {
  ApplicationInputSchema,
  CorrectionInputSchema,
  type ApplicationCreated,
} from '../../widgets/contract/applications/schemas.ts';
import { answersSchema } from '../../widgets/contract/form-answers/schemas.ts';
import type { Answers } from '../../widgets/contract/answers/schemas.ts';
import type { FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import { ALL_FORMATS } from '../../widgets/contract/values/formats/all.ts';
import { answerDueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import { answersWithUploads, attachmentsIn, attachUploads, requireUploads } from '../cases/attachments.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { newCaseCode } from '../cases/codes.ts';
import { refuseUnknownConsent } from '../cases/consent-texts.ts';
import { lateRegistration } from '../cases/deadline.ts';
import { addHistoryEntry } from '../cases/history.ts';
import { receiptOf, signReceipt } from '../cases/receipts.ts';
import { refusePausedService } from '../cases/services.ts';
import { contactsIn, storeContacts } from '../events/contacts.ts';
import type { EventContext } from '../events/events.ts';
import { HttpProblem, parseRequestPart } from '../http/problem.ts';
import { insertRow, nextCaseNumber } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { seal } from '../store/sealing.ts';
import { registerCase } from './case-moves.ts';
import { startSchedule } from './schedules.ts';
import { scriptFor } from './scripts.ts';

/** What registering an application needs. */
export type RegisterContext = EventContext & PortalDataContext;

/** Any object passes: the answers are checked later by the schema of their form. */
const answers = v.record(v.string(), v.unknown(), 'required');
const UncheckedApplicationSchema = v.object({ ...ApplicationInputSchema.entries, answers });
const UncheckedCorrectionSchema = v.object({ ...CorrectionInputSchema.entries, answers });
type UncheckedApplication = v.InferOutput<typeof UncheckedApplicationSchema>;

/** The columns of a new case that come neither from its form nor from the answers. */
type NewCaseRow = Pick<
  Case,
  'number' | 'codeSalt' | 'codeHash' | 'citizen' | 'submittedAt' | 'dueOn' | 'corrects'
> & { consentVersion: string };

/** Id of the applicant, if she has signed in; and the number of the refused application that this one corrects, if it does. */
interface CaseLinks {
  citizen: string | null;
  corrects: string | null;
}

/**
 * Registers an application. Gives its number, code and last day. Runs within a transaction. Throws 422 `invalid` with a
 * pointer to each wrong field, 409 `form-changed` or `service-paused`.
 */
export const registerApplication = (
  context: RegisterContext,
  json: object,
  citizen: string | null,
): ApplicationCreated =>
  registerForm(context, parseRequestPart(UncheckedApplicationSchema, json), { citizen, corrects: null });

/**
 * Registers an application that corrects a refused one. Runs within a transaction. Throws 409 `wrong-state` if the other one
 * was not refused, or has been corrected already; else as `registerApplication`.
 */
export function registerCorrection(
  context: RegisterContext,
  json: object,
  refused: Case,
): ApplicationCreated {
  if (refused.state !== 'refused' || refused.correctedBy !== null) throw new HttpProblem('wrong-state');
  const { citizen, number, service } = refused;
  const unchecked = { ...parseRequestPart(UncheckedCorrectionSchema, json), service: service.slug };
  const created = registerForm(context, unchecked, { citizen, corrects: number });
  const note = `Новое: ${created.number}.`;
  addHistoryEntry(context, number, { action: 'corrected', role: 'applicant', note });
  return created;
}

/** Checks the answers, inserts the case, attaches its files, and does its first move. */
function registerForm(
  runningContext: RegisterContext,
  unchecked: UncheckedApplication,
  links: CaseLinks,
): ApplicationCreated {
  const form = requireForm(runningContext, unchecked);
  const instant = runningContext.now();
  // The clock of this context stands still: everything that is stored now bears the same instant.
  const context = { ...runningContext, now: () => instant };
  const today = regionDay(instant, context.data.region.timeZone);
  const parsedAnswers = parseAnswers(form, today, unchecked.answers);
  refuseUnknownConsent(unchecked.consent.version);
  const uploads = requireUploads(context, attachmentsIn(parsedAnswers), links);
  const validAnswers = answersWithUploads(parsedAnswers, uploads);
  const { code, salt, hash } = newCaseCode();
  const number = nextCaseNumber(context, today);
  const dueOn = answerDueDate(form.answerPeriod, today, context.data.calendar);
  const created = { number, submittedAt: instant.toISOString(), dueOn };
  const secrets = { codeSalt: salt, codeHash: hash, consentVersion: unchecked.consent.version };
  const kase = insertCase(context, { ...created, ...links, ...secrets }, { form, validAnswers });
  attachUploads(context, uploads.keys(), number);
  storeContacts(context, number, contactsIn(form, validAnswers));
  registerCase(context, kase);
  startSchedule(context, kase, scriptFor(validAnswers));
  const response = { ...created, ...lateRegistration(today, context.data.calendar) };
  return { ...response, code, signed: signReceipt(context, receiptOf(form, validAnswers, response)) };
}

/** Parses the answers by the schema of their form. `today` is `YYYY-MM-DD`: days and conditions depend on it. */
function parseAnswers(form: FormDefinition, today: string, answersAsSent: Record<string, unknown>): Answers {
  // JSON leaves out empty fields. For an absent key valibot would not use the field's own code, so each field gets a key.
  const names = form.steps.flatMap(({ fields }) => fields.map(({ name }) => [name, undefined] as const));
  const input = { ...Object.fromEntries(names), ...answersAsSent };
  return parseRequestPart(answersSchema(form, { today, formats: ALL_FORMATS }), input, { at: '/answers' });
}

/**
 * Finds the form of an application. Throws 422 `invalid` if the portal has no form for the service, 409 `service-paused`, and 409
 * `form-changed` if the answers are for another version of the form.
 */
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

/** Inserts a case in its first state, with the answers sealed. Gives it as it is stored. */
function insertCase(
  { db, key }: RegisterContext,
  row: NewCaseRow,
  { form, validAnswers }: { form: FormDefinition; validAnswers: Answers },
): Case {
  insertRow(db, 'applications', {
    ...row,
    service: JSON.stringify(form.service),
    agency: JSON.stringify(form.agency),
    period: JSON.stringify(form.answerPeriod),
    formVersion: form.version,
    sealed: seal(key, validAnswers),
    state: CASE_MOVES.register.to,
  });
  return findCase(db, row.number) as Case;
}
