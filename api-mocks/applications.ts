import * as v from 'valibot';

import { ApplicationInputSchema, type ApplicationCreated } from '../widgets/contract/application.ts';
import { answersSchema, type Answers, type FormDefinition } from '../widgets/contract/form.ts';
import type { FieldError } from '../widgets/contract/problem.ts';
import { UploadSchema, type Upload } from '../widgets/contract/values.ts';
import { dueDate, regionDay } from '../widgets/deadlines/calendar.ts';
import type { Handlers } from './api.ts';
import { enter, ownCase, statusOf } from './cases.ts';
import type { Citizen } from './citizens.ts';
import { newCode, openCase } from './codes.ts';
import { insert, nextNumber } from './database.ts';
import { Refusal, valid } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

/** Applications. */
export const applications = (
  sandbox: Sandbox,
): Pick<Handlers, 'createApplication' | 'getApplicationStatus'> => ({
  createApplication({ body, citizen }) {
    const created = apply(sandbox, body, citizen);
    return { status: 201, body: created, headers: { Location: `/v1/applications/${created.number}` } };
  },
  getApplicationStatus({ params, headers, citizen }) {
    const code = headers['Okno-Case-Code'];
    const found =
      code === undefined ? ownCase(sandbox, params.number, citizen) : openCase(sandbox, params.number, code);
    return { status: 200, body: statusOf(sandbox.db, found, sandbox.data.calendar, sandbox.now()) };
  },
});

/** The answers are checked by their form, which gives each mistake its code. */
const EnvelopeSchema = v.object({
  ...ApplicationInputSchema.entries,
  answers: v.record(v.string(), v.unknown(), 'required'),
});

/** Stores an application, or refuses it and names every field that is wrong. Runs within a transaction. */
function apply({ db, data, now }: Sandbox, json: object, citizen: Citizen | undefined): ApplicationCreated {
  const { service, formVersion, answers: given, consent } = valid(EnvelopeSchema, json);
  const form = data.forms.get(service);
  if (!form) throw new Refusal('invalid', { errors: [{ pointer: '/service', code: 'unknown' }] });
  if (form.version !== formVersion) throw new Refusal('form-changed');

  const instant = now();
  const today = regionDay(instant);
  const answers = valid(answersSchema(form, today), { ...unanswered(form), ...given }, '/answers');
  const uploads = uploadsIn(answers);
  const errors = uploads.flatMap(({ pointer, id }) =>
    db.prepare('SELECT 1 FROM uploads WHERE id = ? AND application IS NULL').get(id)
      ? []
      : [{ pointer, code: 'file' }],
  );
  if (errors.length) throw new Refusal('invalid', { errors });

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
    answers: JSON.stringify(answers),
    consentVersion: consent.version,
    citizen: citizen?.id ?? null,
    submittedAt,
    dueOn,
    state: 'registered',
  });
  enter(db, number, 'registered', instant);
  for (const { id } of uploads) db.prepare('UPDATE uploads SET application = ? WHERE id = ?').run(number, id);
  return { number, code, submittedAt, dueOn };
}

/** JSON leaves out what is empty; valibot has to meet every question. */
const unanswered = ({ steps }: FormDefinition): Record<string, undefined> =>
  Object.fromEntries(steps.flatMap((step) => step.fields.map(({ name }) => [name, undefined])));

const uploadsIn = (answers: Answers): { pointer: FieldError['pointer']; id: Upload['id'] }[] =>
  Object.entries(answers).flatMap(([name, answer]) =>
    v.is(v.array(UploadSchema), answer)
      ? answer.map(({ id }, i) => ({ pointer: `/answers/${name}/${i}`, id }))
      : [],
  );
