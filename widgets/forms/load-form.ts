import { DATABASE_NAME } from '../drafts/draft.ts';
import { reportFailure, loadModule } from '../portal/errors.ts';
import { afterPaint } from './after-paint.ts';
import type { FormController } from './form-controller.ts';
import type { FormPlan } from './plan.ts';

/**
 * Whether this device has no drafts of this site: the form need not wait then for what keeps them. A browser that does not tell
 * (Firefox before 126) has to look.
 */
async function isFirstVisit(): Promise<boolean> {
  try {
    return !(await indexedDB.databases()).some(({ name }) => name === DATABASE_NAME);
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
        form.setStage({ at: 'asking', step: 0 });
        await afterPaint();
      }
      const { restoreForm } = await loadModule(import('./restore-form.ts'));
      await restoreForm(form);
    } else form.setStage({ at: 'notFound' });
  } catch (error) {
    const failure = reportFailure(error);
    if (form.state.stage.at === 'loading') form.setStage({ at: 'unavailable' });
    else form.showNotice(failure);
  }
}
