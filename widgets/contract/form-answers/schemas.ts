import * as v from 'valibot';

import { failedChecks, whatIsAsked } from '../conditions/asked.ts';
import type { FormDefinition } from '../forms/schemas.ts';
import { bikIn, fitsBank } from '../values/account.ts';
import { answerSchema, type AnswerContext, type Answers } from '../answers/schemas.ts';

/**
 * The schema of all answers of a form, by the names of its fields. Which of them are asked, and have to be there, depends on the answers. An answer
 * to a field that the form does not have, or does not ask, gives the code `unknown`.
 */
export const answersSchema = (form: FormDefinition, context: AnswerContext) =>
  v.lazy((input): v.GenericSchema<unknown, Answers> => {
    const { steps } = whatIsAsked(form, answersIn(form, input, context), context.today);
    const asked = steps.flatMap(({ fields }) => fields);
    return v.pipe(
      v.strictObject(
        {
          ...Object.fromEntries(fieldsOf(form).map(({ name }) => [name, v.optional(v.never('unknown'))])),
          ...Object.fromEntries(asked.map((field) => [field.name, answerSchema(field, context)])),
        },
        // valibot expects `never` of a key that it does not know.
        (issue) => (issue.expected === 'never' ? 'unknown' : 'required'),
      ),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        const { value } = dataset;
        for (const [key, message] of Object.entries(contradictions(form, value, context.today)))
          addIssue({
            message,
            path: [{ type: 'object', origin: 'value', input: value, key, value: value[key] }],
          });
      }),
    );
  });

const fieldsOf = ({ steps }: FormDefinition) => steps.flatMap(({ fields }) => fields);

/** The answers of a form as far as they are right. */
function answersIn(form: FormDefinition, input: unknown, context: AnswerContext): Answers {
  const given = v.parse(v.fallback(v.record(v.string(), v.unknown()), {}), input);
  return Object.fromEntries(
    fieldsOf(form).map((field) => {
      const { success, output } = v.safeParse(answerSchema(field, context), given[field.name]);
      return [field.name, success ? output : undefined];
    }),
  );
}

/**
 * What does not fit together in parsed answers that are right by themselves, by the name of the later field: the same СНИЛС of two people, an
 * account that the bank with this БИК cannot have, a `check` of the form.
 */
export function contradictions(
  form: FormDefinition,
  answers: Answers,
  today: string | undefined,
): Record<string, string> {
  const fields = fieldsOf(form);
  const found: Record<string, string> = {};
  const known = new Set<unknown>();
  for (const { name, type } of fields) {
    const answer = answers[name];
    if (type !== 'snils' || answer === undefined) continue;
    if (known.has(answer)) found[name] = 'snilsSame';
    known.add(answer);
  }
  const textOf = (...formats: string[]) => {
    const field = fields.find((one) => one.type === 'text' && formats.includes(one.format ?? ''));
    const answer = field && answers[field.name];
    return { name: field?.name ?? '', text: typeof answer === 'string' ? answer : '' };
  };
  const account = textOf('account');
  const bik = bikIn(textOf('bank', 'bik').text);
  if (account.text && bik && !fitsBank(account.text, bik)) found[account.name] = 'accountChecksum';
  for (const { field } of failedChecks(form.checks, { answers, today })) found[field] ??= 'check';
  return found;
}
