import { failureOf, loadPart } from '../portal/errors.ts';
import type { FormController } from './form-controller.ts';
import type { FormPlan } from './plan.ts';

/** Waits for the plan of a form, of which there may be none, and opens it where it was left. */
export async function loadForm<Input, Receipt>(
  form: FormController<Input, Receipt>,
  coming: Promise<FormPlan<Input, Receipt> | undefined>,
): Promise<void> {
  try {
    const plan = await coming;
    if (plan) {
      form.begin(plan);
      const { showKept } = await loadPart(import('./restoring.ts'));
      await showKept(form);
    } else form.move({ at: 'unknown' });
  } catch (error) {
    failureOf(error);
    if (form.state.stage.at === 'loading') form.move({ at: 'unavailable' });
  }
}
