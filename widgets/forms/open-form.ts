import { textIn, type FieldValues } from '../fields/field-kind.ts';
import { reportFailure, loadModule } from '../portal/errors.ts';
import { afterPaint } from './after-paint.ts';
import { FormController } from './form-controller.ts';
import type { FormPlan } from './plan.ts';

const loadRestoring = () => loadModule(import('./restore-form.ts'));

/**
 * Opens a form with one step: it is shown at once, with what is known from outside; what the device has kept comes a little later.
 * Gives the controller of what the host shows now: the one that there is, filled in, where it is about the same case; or another.
 */
export function openForm<Input, Receipt>(
  form: FormController<Input, Receipt>,
  plan: FormPlan<Input, Receipt>,
  given: FieldValues,
): FormController<Input, Receipt> {
  const { stage, values } = form.state;
  const { caseNumberField = '', onePerCase } = plan.draft;
  const [now, wanted] = [values, given].map((those) => textIn(those, caseNumberField).replace(/\D/g, ''));
  const isAsking = stage.at === 'asking';
  const isBlank = isAsking && !onePerCase && !(now && wanted);
  if (stage.at !== 'loading' && (now === wanted || isBlank)) {
    if (isAsking) form.setValues(given);
    return form;
  }
  const other = new FormController<Input, Receipt>(form.host);
  other.begin(plan, given);
  other.setStage({ at: 'asking', step: 0 });
  void afterPaint()
    .then(loadRestoring)
    .then(({ restoreForm }) => restoreForm(other))
    .catch(reportFailure);
  return other;
}
