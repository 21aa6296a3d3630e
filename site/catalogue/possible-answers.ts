import type { Answers } from '../../widgets/contract/answers/schemas.ts';
import { fieldsIn } from '../../widgets/contract/conditions/asked.ts';
import type { Condition } from '../../widgets/contract/conditions/schemas.ts';

/** What this needs to know of a form. */
type Steps = readonly {
  shownIf: Condition | undefined;
  fields: readonly {
    name: string;
    type: string;
    options: readonly string[];
    shownIf: Condition | undefined;
  }[];
}[];

/** So many combinations are tried. Forms of more are hardly written; their last combinations are left out. */
const MOST = 50_000;

/**
 * All answers to a form that its conditions can tell apart: each option of a choice, days around those that are named, an answer or none to any
 * other field.
 */
export function* possibleAnswers(steps: Steps, today: string): Generator<Answers> {
  const fields = steps.flatMap((step) => step.fields);
  const conditions = steps.flatMap((step) => [step, ...step.fields]).flatMap(({ shownIf }) => shownIf ?? []);
  const asked = new Set(conditions.flatMap(fieldsIn));
  const days = daysAround(conditions, today);
  const choices = fields
    .filter(({ name }) => asked.has(name))
    .map(({ name, type, options }) => {
      const answers =
        type === 'choice' ? options : type === 'date' ? days : [...textsFor(name, conditions), '1/1'];
      return [name, [...answers, undefined]] as const;
    });
  const count = Math.min(
    MOST,
    choices.reduce((product, [, answers]) => product * answers.length, 1),
  );
  for (let n = 0; n < count; n++) {
    // The number of a combination has a digit for each field.
    let rest = n;
    const digit = (base: number) => {
      const value = rest % base;
      rest = (rest - value) / base;
      return value;
    };
    yield Object.fromEntries(choices.map(([name, answers]) => [name, answers[digit(answers.length)]]));
  }
}

/** The texts that conditions compare with an answer. */
const textsFor = (name: string, conditions: readonly Condition[]): string[] =>
  conditions.flatMap((condition): string[] => {
    if ('of' in condition) return textsFor(name, condition.of);
    return condition.is === 'oneOf' && condition.field === name ? condition.values : [];
  });

/** Today and the days that conditions name, also so many years before as they name, each with the days before and after it. */
function daysAround(conditions: readonly Condition[], today: string): string[] {
  const named = new Set([today]);
  const ages = new Set([0]);
  const read = (condition: Condition): void => {
    if ('of' in condition) condition.of.forEach(read);
    const day = 'day' in condition ? condition.day : 'on' in condition ? condition.on : '';
    if (/^\d/.test(day)) named.add(day);
    if ('years' in condition) ages.add(condition.years).add(condition.years + 1);
  };
  conditions.forEach(read);
  const days = [...named].flatMap((day) =>
    [...ages].flatMap((age) => [-1, 0, 1].map((more) => shifted(day, age, more))),
  );
  return [...new Set(days)];
}

/** A day so many years before, and some days later. */
function shifted(day: string, years: number, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
