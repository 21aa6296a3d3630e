import { DATABASE_NAME } from '../drafts/draft.ts';
import { reportFailure, loadModule } from '../portal/errors.ts';
import { afterPaint } from '../fields/after-paint.ts';
import type { Form } from './form.ts';
import type { FormController } from './form-controller.ts';
import type { FormPlan } from './plan.ts';

/**
 * Whether this device has no drafts of this site. The form need not wait for the code that reads them then. False where the browser
 * cannot list its databases (Firefox before 126).
 */
async function isFirstVisit(): Promise<boolean> {
  try {
    return !(await indexedDB.databases()).some(({ name }) => name === DATABASE_NAME);
  } catch {
    return false;
  }
}

/** Milliseconds after which a citizen is told that the form takes long. */
const LONG_WAIT = 8000;

/** What a service has that has no form: perhaps a card, at this address. */
interface NoForm {
  card: string | undefined;
}

/**
 * Waits for the plan of a form and opens it at the step where the citizen has left it. Without a plan the stage is `notFound`; where
 * the plan could not be fetched, `unavailable`.
 */
export async function loadForm<Input, Receipt>(
  form: FormController<Input, Receipt>,
  planRequest: Promise<FormPlan<Input, Receipt> | NoForm | undefined>,
): Promise<void> {
  const timer = setTimeout(() => {
    if (form.state.stage.at === 'loading') form.setStage({ at: 'loading', isSlow: true });
  }, LONG_WAIT);
  try {
    const plan = await planRequest;
    if (plan && !('card' in plan)) {
      form.begin(plan);
      if ((await isFirstVisit()) && ((await plan.prepareStep?.(0)) ?? true)) {
        form.setStage({ at: 'asking', step: 0 });
        await afterPaint();
      }
      const { restoreForm } = await loadModule(import('./restore-form.ts'));
      await restoreForm(form);
    } else form.setStage({ at: 'notFound', ...plan });
  } catch (error) {
    if (form.state.stage.at === 'loading') {
      form.setStage({ at: 'unavailable' });
      await logUnavailable(form, error);
    } else form.showNotice(reportFailure(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Tells the webmaster why the form could not be fetched. */
async function logUnavailable({ host }: Form, error: unknown): Promise<void> {
  const url = host.portal?.config.forms;
  const { describeFinding, logFinding } = await loadModule(import('../diagnosis/finding.ts'));
  if (url) logFinding(describeFinding('form-unavailable', { url, name: String(error) }));
}
