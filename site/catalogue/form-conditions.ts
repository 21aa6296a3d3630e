import { fieldsIn, whatIsAsked } from '../../widgets/contract/conditions/asked.ts';
import type { Condition, Statement } from '../../widgets/contract/conditions/schemas.ts';
import type { Field } from '../../widgets/contract/forms/schemas.ts';
import { possibleAnswers } from './possible-answers.ts';

/** What is known here of a field of a form. */
interface AskedField {
  name: string;
  /** Its kind: `date`, `choice`, `share`. */
  type: string;
  options: readonly string[];
  shownIf: Condition | undefined;
  requiredIf: Condition | undefined;
}
/** The form of which the conditions are checked. */
interface AskedForm {
  steps: readonly { shownIf: Condition | undefined; fields: readonly AskedField[] }[];
  checks: readonly { field: string; must: Condition }[];
}
/** Something wrong with a condition: the key of its text, where it stands, and the wrong value. */
interface ConditionIssue {
  message: string;
  path: [string, ...(string | number)[]];
}

/**
 * Finds conditions that look at a field that there is not, at itself or a later one, at an option or a kind of answer that the field does not
 * have; steps and fields that nobody is ever asked; and a second check at one field.
 */
export function conditionIssues({ steps, checks }: AskedForm): ConditionIssue[] {
  const all = steps.flatMap(({ fields }) => fields);
  const issues: ConditionIssue[] = [];
  const report = (path: ConditionIssue['path'], message: string | undefined) => {
    if (message !== undefined) issues.push({ path, message });
  };
  let known = 0;
  for (const [i, step] of steps.entries()) {
    report(['шаги', i, 'показать'], conditionFault(step.shownIf, { all, known }));
    for (const [j, field] of step.fields.entries()) {
      report(['шаги', i, 'поля', j, 'показать'], conditionFault(field.shownIf, { all, known }));
      report(['шаги', i, 'поля', j, 'обязательно если'], conditionFault(field.requiredIf, { all, known }));
      known++;
    }
  }
  for (const [i, { field, must }] of checks.entries()) {
    report(['проверки', i, 'должно быть'], conditionFault(must, { all, known }));
    if (!fieldsIn(must).includes(field))
      report(['проверки', i, 'поле'], `checkedField:${fieldsIn(must).join('|')}`);
    if (checks.findIndex((one) => one.field === field) < i) report(['проверки', i, 'поле'], 'sameCheck');
  }
  return issues.length ? issues : neverAsked(steps);
}

/** The fields of a form, and how many of them stand before a condition. */
interface Place {
  all: readonly AskedField[];
  known: number;
}

/** The key of what is wrong with a condition; `undefined` where nothing is. */
function conditionFault(condition: Condition | undefined, place: Place): string | undefined {
  if (!condition) return undefined;
  const { all, known } = place;
  for (const name of fieldsIn(condition)) {
    const at = all.findIndex((field) => field.name === name);
    if (at < 0)
      return `noField:${name}|${all
        .slice(0, known)
        .map((field) => field.name)
        .join('|')}`;
    if (at >= known) return at === known ? 'ownField' : `laterField:${name}`;
  }
  return statementsIn(condition)
    .map((statement) => statementFault(statement, all))
    .find((fault) => fault !== undefined);
}

const statementsIn = (condition: Condition): Statement[] =>
  'of' in condition ? condition.of.flatMap(statementsIn) : [condition];

/** Whether the fields can have the answers that a statement asks about. */
function statementFault(statement: Statement, all: readonly AskedField[]): string | undefined {
  const fields = fieldsIn(statement).flatMap((name) => all.find((field) => field.name === name) ?? []);
  if (statement.is === 'whole') return kindFault(fields, 'share', 'доля');
  if ('day' in statement || 'on' in statement) return kindFault(fields, 'date', 'дата');
  const [field] = fields;
  if (statement.is !== 'oneOf' || field?.type !== 'choice') return undefined;
  const wrong = statement.values.find((value) => !field.options.includes(value));
  return wrong && `noOption:${wrong}|${field.options.join('|')}`;
}

const kindFault = (fields: readonly AskedField[], type: string, kind: string) => {
  const wrong = fields.find((field) => field.type !== type);
  return wrong && `conditionKind:${wrong.name}|${kind}`;
};

/** The steps and fields that are asked after no answers at all. */
function neverAsked(steps: AskedForm['steps']): ConditionIssue[] {
  const form = {
    steps: steps.map((step) => ({ ...step, title: '', fields: step.fields.map(contractField) })),
  };
  const today = new Date().toISOString().slice(0, 10);
  const waiting = new Map<string, ConditionIssue>();
  for (const [i, { shownIf, fields }] of steps.entries())
    for (const [j, field] of fields.entries())
      if (shownIf || field.shownIf)
        waiting.set(field.name, {
          path: field.shownIf ? ['шаги', i, 'поля', j, 'показать'] : ['шаги', i, 'показать'],
          message: 'neverAsked',
        });
  for (const answers of waiting.size ? possibleAnswers(steps, today) : []) {
    for (const step of whatIsAsked(form, answers, today).steps)
      for (const { name } of step.fields) waiting.delete(name);
    if (!waiting.size) break;
  }
  // A step that is never asked is said once, not at each of its fields.
  return [...new Map([...waiting.values()].map((issue) => [issue.path.join(), issue])).values()];
}

/** A field as the contract has it, as far as conditions look at it. */
const contractField = ({ name, type, options, shownIf }: AskedField): Field => {
  const common = { name, label: name, required: false, ...(shownIf && { shownIf }) };
  return type === 'choice'
    ? { ...common, type, options: options.map((value) => ({ value, label: value })) }
    : { ...common, type: 'snils' };
};
