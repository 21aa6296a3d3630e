import { nothing, type TemplateResult } from 'lit';

import { errorSummary } from '../fields/error-summary.ts';
import type { Form } from './form.ts';

/** The error summary: the mistakes of the shown step that the last check has found, in the order of the page. */
export function mistakeList<Input, Receipt>(
  form: Form<Input, Receipt>,
  title: string,
): TemplateResult | typeof nothing {
  const { host, plan } = form;
  const { mistakes, reported, stage } = form.state;
  const errors = plan.questionsOf('step' in stage ? stage.step : 0).flatMap((name) => {
    const code = reported[name];
    if (code === undefined) return [];
    const id = plan.controlId?.(name) ?? name;
    return [{ id, message: plan.errorText(name, code), isMended: !(name in mistakes) }];
  });
  return errors.length ? errorSummary(host, title, errors) : nothing;
}
