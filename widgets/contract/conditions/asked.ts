import type { Answer, Answers } from '../answers/schemas.ts';
import type { Condition, Statement } from './schemas.ts';
import type { Field, FormDefinition } from '../forms/schemas.ts';

/** The answers that a condition looks at. */
export interface Scope {
  /** By the names of their fields, parsed. What is hidden or wrong is not there. */
  answers: Answers;
  /** Of a row of a repeated group: the form around it. Its fields are known in the row too. */
  outer?: Scope;
  /** `YYYY-MM-DD` in the region; nothing is true of today while it is not known. */
  today: string | undefined;
}

/** Whether a condition is met; true where there is none. */
export function isMet(condition: Condition | undefined, scope: Scope): boolean {
  if (!condition) return true;
  switch (condition.is) {
    case 'not':
      return !condition.of.some((one) => isMet(one, scope));
    case 'all':
      return condition.of.every((one) => isMet(one, scope));
    case 'any':
      return condition.of.some((one) => isMet(one, scope));
    default:
      return isTrue(condition, scope);
  }
}

function isTrue(statement: Statement, scope: Scope): boolean {
  switch (statement.is) {
    case 'different':
    case 'whole':
      return areTogether(
        statement.is,
        statement.fields.map((name) => textIn(scope, name)),
      );
    case 'filled':
      return answerIn(scope, statement.field) !== undefined;
    case 'oneOf':
      return isOneOf(textIn(scope, statement.field), statement.values);
    case 'ageAtLeast':
    case 'ageAtMost':
      return isAge(statement, scope);
    default:
      return isInOrder(statement.is, textIn(scope, statement.field), dayIn(scope, statement.day));
  }
}

const isOneOf = (text: string, values: readonly string[]) => text !== '' && values.includes(text);

function areTogether(is: 'different' | 'whole', texts: readonly string[]): boolean {
  if (texts.includes('')) return false;
  return is === 'different' ? new Set(texts).size === texts.length : isWhole(texts);
}

/** Whether shares add up to 1. Their numerators are brought to one denominator first: 1/3, 1/3 and 1/3 are the whole. */
function isWhole(shares: readonly string[]): boolean {
  const [top, bottom] = shares
    .map((share) => share.split('/').map(BigInt))
    .reduce(([a = 0n, b = 1n], [c = 0n, d = 1n]) => [a * d + c * b, b * d], [0n, 1n]);
  return top === bottom;
}

function isAge({ is, field, years, on }: Extract<Statement, { years: number }>, scope: Scope): boolean {
  const [birth, day] = [textIn(scope, field), dayIn(scope, on)];
  // Digits of days make numbers whose ten thousands are years: 20260506.
  const age = birth && day && Math.floor((numberOf(day) - numberOf(birth)) / 10_000);
  return age !== '' && (is === 'ageAtLeast' ? age >= years : age <= years);
}

const numberOf = (day: string) => Number(day.replaceAll('-', ''));

function isInOrder(is: 'before' | 'notBefore' | 'after' | 'notAfter', day: string, other: string): boolean {
  if (!day || !other) return false;
  if (is === 'before') return day < other;
  if (is === 'after') return day > other;
  return is === 'notBefore' ? day >= other : day <= other;
}

const answerIn = ({ answers, outer }: Scope, name: string): Answer | undefined =>
  Object.hasOwn(answers, name) ? answers[name] : outer && answerIn(outer, name);

/** A text that was answered; empty where there is none. */
function textIn(scope: Scope, name: string): string {
  const answer = answerIn(scope, name);
  return typeof answer === 'string' ? answer : '';
}

const dayIn = (scope: Scope, day: string): string =>
  day === 'today' ? (scope.today ?? '') : /^\d/.test(day) ? day : textIn(scope, day);

/** The names of the fields that a condition looks at, those of days too. */
export function fieldsIn(condition: Condition): string[] {
  if ('of' in condition) return condition.of.flatMap(fieldsIn);
  if ('fields' in condition) return condition.fields;
  const day = 'day' in condition ? condition.day : 'on' in condition ? condition.on : 'today';
  return day === 'today' || /^\d/.test(day) ? [condition.field] : [condition.field, day];
}

/**
 * The fields that are asked, in their order, each with `required` decided and without the options that are hidden. Puts the answers that count
 * into `scope`: those of fields that are asked. So what depends on something hidden finds no answer there.
 */
export const askedFields = (fields: readonly Field[], answers: Answers, scope: Scope): Field[] =>
  fields.flatMap((field) => {
    if (!isMet(field.shownIf, scope)) return [];
    const asked = decidedField(field, scope);
    const answer = answers[field.name];
    if (isAnswerTo(asked, answer)) scope.answers[field.name] = answer;
    return [asked];
  });

function decidedField(field: Field, scope: Scope): Field {
  const required = field.required || (field.requiredIf !== undefined && isMet(field.requiredIf, scope));
  return field.type === 'choice'
    ? { ...field, required, options: field.options.filter(({ shownIf }) => isMet(shownIf, scope)) }
    : { ...field, required };
}

const isAnswerTo = (field: Field, answer: Answer | undefined) =>
  answer !== undefined && (field.type !== 'choice' || field.options.some(({ value }) => value === answer));

/** What is asked of somebody who has given these answers. */
export interface Asked {
  /** All steps in their order; one that is not asked has no fields. */
  steps: FormDefinition['steps'];
  /** The answers that count. */
  answers: Answers;
}

/** Finds what is asked on a day, `YYYY-MM-DD`, after these answers. */
export function whatIsAsked(
  { steps }: Pick<FormDefinition, 'steps'>,
  answers: Answers,
  today: string | undefined,
): Asked {
  const scope: Scope = { answers: {}, today };
  const asked = steps.map((step) => ({
    ...step,
    fields: isMet(step.shownIf, scope) ? askedFields(step.fields, answers, scope) : [],
  }));
  return { steps: asked, answers: scope.answers };
}

/** The checks of a form that its answers do not pass. One with a field that has no answer is passed. */
export const failedChecks = (checks: FormDefinition['checks'] = [], scope: Scope) =>
  checks.filter(
    ({ must }) => fieldsIn(must).every((name) => answerIn(scope, name) !== undefined) && !isMet(must, scope),
  );
