import type { SummaryError } from '../fields/error-summary.ts';
import type { Form } from './form.ts';

/** What is wrong with a question, in words. */
export function errorOf({ state, plan }: Form, name: string): string | undefined {
  const code = state.mistakes[name];
  return code === undefined ? undefined : plan.errorText(name, code);
}

/** The step that is shown, from 0. */
export const shownStep = ({ state: { stage } }: Form): number => ('step' in stage ? stage.step : 0);

/** What is wrong in the step that is shown, in the order of the page. */
export const summaryErrors = (form: Form): SummaryError[] =>
  form.plan.questionsOf(shownStep(form)).flatMap((name) => {
    const message = errorOf(form, name);
    return message === undefined ? [] : [{ id: form.plan.controlId?.(name) ?? name, message }];
  });

/** The telephone by which somebody helps. */
export const helpPhone = ({ host }: Form): string => host.portal?.config.contact.phone ?? '';
