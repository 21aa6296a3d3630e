import { textIn, type Values } from '../fields/kind.ts';
import { failureOf, loadPart } from '../portal/errors.ts';
import { afterPaint } from './after-paint.ts';
import { FormController } from './form-controller.ts';
import type { FormPlan } from './plan.ts';

const restoringPart = () => loadPart(import('./restoring.ts'));

/**
 * Opens a form with one step: it is shown at once, with what is known from outside; what the device has kept comes a little later.
 * Gives the controller of what the host shows now: the one that there is, filled in, where it is about the same case; or another.
 */
export function openForm<Input, Receipt>(
  form: FormController<Input, Receipt>,
  plan: FormPlan<Input, Receipt>,
  given: Values,
): FormController<Input, Receipt> {
  const { stage, values } = form.state;
  const { caseIn = '', oneForCase } = plan.draft;
  const [now, wanted] = [values, given].map((those) => textIn(those, caseIn).replace(/\D/g, ''));
  const isAsking = stage.at === 'asking';
  const isBlank = isAsking && !oneForCase && !(now && wanted);
  if (stage.at !== 'loading' && (now === wanted || isBlank)) {
    if (isAsking) form.set(given);
    return form;
  }
  const other = new FormController<Input, Receipt>(form.host);
  other.begin(plan, given);
  other.move({ at: 'asking', step: 0 });
  void afterPaint()
    .then(restoringPart)
    .then(({ showKept }) => showKept(other))
    .catch(failureOf);
  return other;
}
