import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { checkProperty } from '../../../tests/random-examples.ts';
import type { Answer, Answers } from '../answers/schemas.ts';
import { answersSchema } from '../form-answers/schemas.ts';
import type { Field, FormDefinition } from '../forms/schemas.ts';
import { askedFields, failedChecks, isMet, whatIsAsked, type Scope } from './asked.ts';
import { ConditionSchema, type Condition } from './schemas.ts';

const TODAY = '2026-11-29';
const NO_AGENCY = { slug: 'mfc', title: 'МФЦ' };

const formOf = (steps: FormDefinition['steps'], checks: FormDefinition['checks'] = []): FormDefinition => ({
  service: { slug: 'test', title: 'Проверка', short: 'Проверка' },
  agency: NO_AGENCY,
  version: '1',
  answerPeriod: { value: 30, unit: 'calendarDay' },
  steps,
  checks,
});

describe('a condition', () => {
  const scope: Scope = {
    today: TODAY,
    answers: {
      kind: 'a',
      empty: undefined,
      born: '2012-11-30',
      start: '2026-09-01',
      mine: '1/3',
      hers: '2/3',
    },
  };
  const filled = (field: string): Condition => ({ is: 'filled', field });
  const age = (is: 'ageAtLeast' | 'ageAtMost', years: number, on = 'today'): Condition => ({
    is,
    field: 'born',
    years,
    on,
  });

  it.each<[Condition, boolean]>([
    [filled('kind'), true],
    [filled('empty'), false],
    [filled('nowhere'), false],
    [{ is: 'oneOf', field: 'kind', values: ['a', 'b'] }, true],
    [{ is: 'oneOf', field: 'kind', values: ['b'] }, false],
    [{ is: 'oneOf', field: 'empty', values: [''] }, false],
    [{ is: 'not', of: [filled('empty')] }, true],
    [{ is: 'all', of: [filled('kind'), filled('empty')] }, false],
    [{ is: 'any', of: [filled('kind'), filled('empty')] }, true],
    [{ is: 'before', field: 'start', day: 'today' }, true],
    [{ is: 'before', field: 'start', day: '2026-09-01' }, false],
    [{ is: 'notAfter', field: 'start', day: '2026-09-01' }, true],
    [{ is: 'notBefore', field: 'start', day: 'born' }, true],
    [{ is: 'after', field: 'born', day: 'start' }, false],
    [{ is: 'after', field: 'empty', day: '1900-01-01' }, false],
    // The birthday is tomorrow.
    [age('ageAtLeast', 14), false],
    [age('ageAtMost', 13), true],
    [age('ageAtLeast', 14, '2026-11-30'), true],
    [age('ageAtMost', 13, 'start'), true],
    [age('ageAtMost', 13, 'empty'), false],
    [{ is: 'different', fields: ['mine', 'hers'] }, true],
    [{ is: 'different', fields: ['kind', 'kind'] }, false],
    [{ is: 'whole', fields: ['mine', 'hers'] }, true],
    [{ is: 'whole', fields: ['mine', 'mine'] }, false],
    [{ is: 'whole', fields: ['mine', 'empty'] }, false],
  ])('%j: %s', (condition, met) => {
    expect(v.parse(ConditionSchema, condition)).toEqual(condition);
    expect(isMet(condition, scope)).toBe(met);
  });

  it('knows in a row of a repeated group what the row says, and what the form around it says', () => {
    const row: Scope = { today: TODAY, answers: { relation: 'child' }, outer: scope };
    expect(isMet({ is: 'all', of: [filled('relation'), filled('kind')] }, row)).toBe(true);
  });

  it('is true of nothing today while the day is not known', () => {
    expect(isMet({ is: 'before', field: 'start', day: 'today' }, { ...scope, today: undefined })).toBe(false);
  });
});

describe('a check of a form', () => {
  const checks = [
    { field: 'end', must: { is: 'notBefore', field: 'end', day: 'start' }, words: 'Конец раньше начала.' },
  ] satisfies FormDefinition['checks'];

  it.each([
    [{ start: '2026-01-02', end: '2026-01-01' }, 1],
    [{ start: '2026-01-02', end: '2026-01-02' }, 0],
    [{ end: '2026-01-01' }, 0],
  ])('of %j fails %i times', (answers: Answers, times) => {
    expect(failedChecks(checks, { answers, today: TODAY })).toHaveLength(times);
  });

  it('is told by the portal at its field', () => {
    const day = (name: string): Field => ({ type: 'date', name, label: name, required: true });
    const form = formOf([{ title: 'Срок', fields: [day('start'), day('end')] }], checks);
    const answers = { start: '2.1.2026', end: '1.1.2026' };
    const { issues } = v.safeParse(answersSchema(form, { today: TODAY, formats: {} }), answers);
    expect(issues?.map(({ message, path }) => [message, path?.[0]?.key])).toEqual([['check', 'end']]);
  });
});

/** What a random condition is made of; its numbers choose among what stands before. */
interface Recipe {
  is: Condition['is'];
  a: number;
  b: number;
  parts: Recipe[];
}

const LEAVES = ['filled', 'oneOf', 'before', 'notAfter', 'ageAtLeast', 'ageAtMost', 'different'] as const;
const OPTIONS = ['a', 'b', 'c'];
const DAYS = ['today', '2010-01-01', '2026-11-29'];
const recipe = (depth: number): fc.Arbitrary<Recipe> =>
  fc.record({
    is: depth ? fc.constantFrom(...LEAVES, 'not', 'all', 'any') : fc.constantFrom(...LEAVES),
    a: fc.nat(9),
    b: fc.nat(9),
    parts: depth ? fc.array(recipe(depth - 1), { minLength: 1, maxLength: 2 }) : fc.constant([]),
  });

const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item;

/** A condition about earlier fields; none where there are none. */
function conditionOf(made: Recipe | undefined, names: readonly string[]): Condition | undefined {
  if (!made || !names.length) return undefined;
  const { is, a, b, parts } = made;
  const field = pick(names, a);
  const day = pick([...DAYS, ...names], b);
  if (is === 'not' || is === 'all' || is === 'any')
    return { is, of: parts.flatMap((part) => conditionOf(part, names) ?? []) };
  if (is === 'filled') return { is, field };
  if (is === 'oneOf') return { is, field, values: [pick(OPTIONS, b)] };
  if (is === 'ageAtLeast' || is === 'ageAtMost') return { is, field, years: b, on: day };
  if (is === 'different' || is === 'whole') return { is: 'different', fields: [field, pick(names, b)] };
  return { is, field, day };
}

const fieldRecipe = fc.record({
  isChoice: fc.boolean(),
  required: fc.boolean(),
  shownIf: fc.option(recipe(2), { nil: undefined }),
  requiredIf: fc.option(recipe(1), { nil: undefined }),
  optionIf: fc.option(recipe(0), { nil: undefined }),
  answer: fc.constantFrom(undefined, 'a', 'b', 'c', '2012-11-30', '2026-09-01', '30.02.2024'),
});
type FieldRecipe = typeof fieldRecipe extends fc.Arbitrary<infer Made> ? Made : never;

/** A field that stands behind the fields of these names. */
function fieldOf(made: FieldRecipe, name: string, names: readonly string[]): Field {
  const [shownIf, requiredIf, optionIf] = [made.shownIf, made.requiredIf, made.optionIf].map((one) =>
    conditionOf(one, names),
  );
  const common = { name, label: name, required: made.required, shownIf, requiredIf };
  if (!made.isChoice) return { ...common, type: 'date' };
  const options = OPTIONS.map((value, i) => ({ value, label: value, ...(i === 2 && { shownIf: optionIf }) }));
  return { ...common, type: 'choice', options };
}

const randomForm = fc
  .array(
    fc.record({
      shownIf: fc.option(recipe(1), { nil: undefined }),
      fields: fc.array(fieldRecipe, { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((made) => {
    const names: string[] = [];
    const typed: Record<string, string | undefined> = {};
    const steps = made.map(({ shownIf, fields }, i) => ({
      title: String(i),
      shownIf: conditionOf(shownIf, names),
      fields: fields.map((one) => {
        const name = `q${names.length}`;
        const field = fieldOf(one, name, names);
        names.push(name);
        typed[name] = one.answer;
        return field;
      }),
    }));
    return { form: formOf(steps), typed };
  });

/** The fields that are asked, and whether each is required, found in another way: each asks for the answers it needs, and these for theirs. */
function askedByNeed({ steps }: FormDefinition, answers: Answers): [string, boolean][] {
  const all = steps.flatMap((step) => step.fields.map((field) => ({ step, field })));
  const counts = (name: string): Answer | undefined => {
    const { step, field } = all.find((one) => one.field.name === name) ?? {};
    if (!step || !field || !isShown(step.shownIf) || !isShown(field.shownIf)) return undefined;
    const answer = answers[name];
    if (field.type !== 'choice') return answer;
    const option = field.options.find(({ value }) => value === answer);
    return option && isShown(option.shownIf) ? answer : undefined;
  };
  const scope = new Proxy<Answers>(
    {},
    {
      get: (_, name) => counts(String(name)),
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    },
  );
  const isShown = (condition: Condition | undefined) => isMet(condition, { answers: scope, today: TODAY });
  return all
    .filter(({ step, field }) => isShown(step.shownIf) && isShown(field.shownIf))
    .map(({ field: { name, required, requiredIf } }) => [
      name,
      required || (!!requiredIf && isShown(requiredIf)),
    ]);
}

/** The answers that are right by themselves. */
const rightAnswers = (form: FormDefinition, typed: Record<string, string | undefined>): Answers =>
  Object.fromEntries(
    form.steps
      .flatMap(({ fields }) => fields)
      .map(({ name, type }) => {
        const answer = typed[name];
        const isRight = type === 'choice' ? OPTIONS.includes(answer ?? '') : /^\d{4}/.test(answer ?? '');
        return [name, isRight ? answer : undefined];
      }),
  );

const CONTEXT = { today: TODAY, formats: {} };
/** The codes of what the portal refuses, by field. */
const refusals = (form: FormDefinition, input: Record<string, unknown>) => {
  const names = form.steps.flatMap(({ fields }) => fields.map(({ name }) => [name, undefined]));
  const { issues = [] } = v.safeParse(answersSchema(form, CONTEXT), {
    ...Object.fromEntries(names),
    ...input,
  });
  return Object.fromEntries(issues.map(({ message, path }) => [String(path?.[0]?.key), message]));
};

describe('random forms', () => {
  it('send no hidden answer, miss no required one, and do not depend on the order of typing', async () => {
    await checkProperty(
      fc.property(randomForm, fc.nat(9), ({ form, typed }, turn) => {
        const answers = rightAnswers(form, typed);
        const { steps, answers: sent } = whatIsAsked(form, answers, TODAY);
        const asked = steps.flatMap(({ fields }) => fields);
        const names = asked.map(({ name }) => name);
        expect(asked.map(({ name, required }) => [name, required])).toEqual(askedByNeed(form, answers));
        // What is sent decides the same as what was typed.
        expect(whatIsAsked(form, sent, TODAY)).toEqual({ steps, answers: sent });
        expect(Object.keys(sent).every((name) => names.includes(name))).toBe(true);
        const missing = asked.filter(({ name, required }) => required && sent[name] === undefined);
        expect(refusals(form, sent)).toEqual(
          Object.fromEntries(missing.map(({ name }) => [name, 'required'])),
        );
        const hidden = Object.keys(answers).filter(
          (name) => !names.includes(name) && answers[name] !== undefined,
        );
        for (const name of hidden)
          expect(refusals(form, { ...sent, [name]: answers[name] })[name]).toBe('unknown');
        const entries = Object.entries(answers);
        const shuffled = [...entries.slice(turn), ...entries.slice(0, turn)].reverse();
        expect(whatIsAsked(form, Object.fromEntries(shuffled), TODAY)).toEqual({ steps, answers: sent });
      }),
      1000,
    );
  });

  it('ask in each row of a repeated group what the row and the form around it decide', async () => {
    await checkProperty(
      fc.property(
        randomForm,
        fc.array(fieldRecipe, { minLength: 1, maxLength: 3 }),
        ({ form, typed }, made) => {
          const outer: Scope = {
            answers: whatIsAsked(form, rightAnswers(form, typed), TODAY).answers,
            today: TODAY,
          };
          const known = form.steps.flatMap(({ fields }) => fields.map(({ name }) => name));
          const fields = made.map((one, i) =>
            fieldOf(one, `r${i}`, [...known, ...made.slice(0, i).map((_, j) => `r${j}`)]),
          );
          const row = rightAnswers(
            formOf([{ title: '', fields }]),
            Object.fromEntries(made.map(({ answer }, i) => [`r${i}`, answer])),
          );
          const asked = askedFields(fields, row, { answers: {}, outer, today: TODAY });
          // The same as if the questions of the row stood behind those of the form.
          const long = formOf([...form.steps, { title: '', fields }]);
          const last = whatIsAsked(long, { ...rightAnswers(form, typed), ...row }, TODAY).steps.at(-1);
          expect(asked).toEqual(last?.fields);
        },
      ),
      200,
    );
  });
});
