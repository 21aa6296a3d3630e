import { textIn, type FieldValues } from '../fields/field-kind.ts';
import { reportFailure, loadModule } from '../portal/errors.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { FormController } from './form-controller.ts';
import type { FormPlan } from './plan.ts';

/** Imports the code that restores a draft. */
const loadRestoreForm = () => loadModule(import('./restore-form.ts'));

/**
 * Opens a form with one step. It is shown at once, with `given`, the answers that are known from attributes; the draft of the device
 * comes after the first paint. Gives the controller that the host shows from now on: the present one, where it is about the same
 * case or about none yet; else a new one.
 */
export function openForm<Input, Receipt>(
  form: FormController<Input, Receipt>,
  plan: FormPlan<Input, Receipt>,
  given: FieldValues,
): FormController<Input, Receipt> {
  const { stage, values } = form.state;
  const { caseNumberField = '', onePerCase } = plan.draft;
  // Two numbers are the same case however they are typed: «22-2026-004217», «22 2026 004217».
  const [now, wanted] = [values, given].map((those) => textIn(those, caseNumberField).replace(/\D/g, ''));
  const isAsking = stage.at === 'asking';
  const isBlank = isAsking && !onePerCase && !(now && wanted);
  if (stage.at !== 'loading' && (now === wanted || isBlank)) {
    if (isAsking) {
      form.setValues(given);
      // It was given for what was filled in before.
      form.setConsent(false);
    }
    return form;
  }
  const other = new FormController<Input, Receipt>(form.host);
  other.begin(plan, given);
  other.setStage({ at: 'asking', step: 0 });
  void afterPaint()
    .then(loadRestoreForm)
    .then(({ restoreForm }) => restoreForm(other))
    .catch(reportFailure);
  return other;
}
