import { DATABASE } from '../drafts/draft.ts';
import { failureOf, loadPart } from '../portal/errors.ts';
import { afterPaint } from './after-paint.ts';
import type { FormController } from './form-controller.ts';
import type { FormPlan } from './plan.ts';

/**
 * Whether this device has no drafts of this site: the form need not wait then for what keeps them. A browser that does not tell
 * (Firefox before 126) has to look.
 */
async function isFirstVisit(): Promise<boolean> {
  try {
    return !(await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
}

/** Waits for the plan of a form, of which there may be none, and opens it where it was left. */
export async function loadForm<Input, Receipt>(
  form: FormController<Input, Receipt>,
  coming: Promise<FormPlan<Input, Receipt> | undefined>,
): Promise<void> {
  try {
    const plan = await coming;
    if (plan) {
      form.begin(plan);
      if ((await isFirstVisit()) && ((await plan.prepareStep?.(0)) ?? true)) {
        form.move({ at: 'asking', step: 0 });
        await afterPaint();
      }
      const { showKept } = await loadPart(import('./restoring.ts'));
      await showKept(form);
    } else form.move({ at: 'unknown' });
  } catch (error) {
    const failure = failureOf(error);
    if (form.state.stage.at === 'loading') form.move({ at: 'unavailable' });
    else form.tell(failure);
  }
}
