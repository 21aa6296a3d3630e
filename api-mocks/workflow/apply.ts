import * as v from 'valibot';

import {
  ApplicationInputSchema,
  CorrectionInputSchema,
  type ApplicationCreated,
} from '../../widgets/contract/applications/schemas.ts';
import { answersSchema, type FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import { attach, attachmentsIn } from '../cases/attachments.ts';
import { findCase, type Case } from '../cases/cases.ts';
import type { Citizen } from '../sign-in/citizens.ts';
import { newCode } from '../cases/codes.ts';
import { insert, nextNumber } from '../store/database.ts';
import { enter } from './enter.ts';
import { record } from '../cases/history.ts';
import { Refusal, valid } from '../http/problem.ts';
import { scriptFor } from './scripts.ts';
import type { Sandbox } from '../sandbox.ts';
import { begin } from './schedules.ts';
import { seal } from '../store/sealed.ts';
import { checkOnline } from '../cases/services.ts';

/** The answers are checked by their form, which gives each mistake its code. */
const answers = v.record(v.string(), v.unknown(), 'required');
const EnvelopeSchema = v.object({ ...ApplicationInputSchema.entries, answers });
const CorrectionEnvelopeSchema = v.object({ ...CorrectionInputSchema.entries, answers });

/** Stores an application, or refuses it and names every field that is wrong. Runs within a transaction. */
export const apply = (sandbox: Sandbox, json: object, citizen: Citizen | undefined): ApplicationCreated =>
  store(sandbox, valid(EnvelopeSchema, json), citizen?.id ?? null);

/** Stores an application that mends a refused one. Runs within a transaction. */
export function correct(sandbox: Sandbox, json: object, refused: Case): ApplicationCreated {
  if (refused.state !== 'refused' || refused.correctedBy !== null) throw new Refusal('wrong-state');
  const envelope = { ...valid(CorrectionEnvelopeSchema, json), service: refused.service.slug };
  const created = store(sandbox, envelope, refused.citizen, refused.number);
  record(sandbox, refused.number, {
    action: 'corrected',
    role: 'applicant',
    note: `Новое: ${created.number}.`,
  });
  return created;
}

function store(
  sandbox: Sandbox,
  { service, formVersion, answers: given, consent }: v.InferOutput<typeof EnvelopeSchema>,
  citizen: string | null,
  corrects: string | null = null,
): ApplicationCreated {
  const { db, data, key, now } = sandbox;
  const form = data.forms.get(service);
  if (!form) throw new Refusal('invalid', { errors: [{ pointer: '/service', code: 'unknown' }] });
  checkOnline(sandbox, service);
  if (form.version !== formVersion) throw new Refusal('form-changed');

  const instant = now();
  const today = regionDay(instant);
  const answered = valid(answersSchema(form, today), { ...unanswered(form), ...given }, '/answers');
  const number = nextNumber(db, today);
  const { code, salt, hash } = newCode();
  const submittedAt = instant.toISOString();
  const dueOn = dueDate(form.answerPeriod, today, data.calendar);
  insert(db, 'applications', {
    number,
    codeSalt: salt,
    codeHash: hash,
    service: JSON.stringify(form.service),
    agency: JSON.stringify(form.agency),
    period: JSON.stringify(form.answerPeriod),
    formVersion,
    sealed: seal(key, answered),
    consentVersion: consent.version,
    citizen,
    submittedAt,
    dueOn,
    state: 'registered',
    corrects,
  });
  attach(sandbox, attachmentsIn(answered), number, corrects ?? number);
  const found = findCase(db, number) as Case;
  enter({ ...sandbox, now: () => instant }, found, 'registered');
  begin(sandbox, found, scriptFor(answered));
  return { number, code, submittedAt, dueOn };
}

/** JSON leaves out what is empty; valibot has to meet every question. */
const unanswered = ({ steps }: FormDefinition): Record<string, undefined> =>
  Object.fromEntries(steps.flatMap((step) => step.fields.map(({ name }) => [name, undefined])));
