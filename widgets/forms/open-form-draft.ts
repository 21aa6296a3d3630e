import { isUpload, type FieldValue } from '../fields/field-kind.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import { DraftControls } from './draft-controls.ts';
import type { FormDraft } from './draft-plan.ts';
import { DraftSaver } from './draft-saver.ts';
import type { DraftUploads } from './draft-uploads.ts';
import { draftViews } from './draft-views.ts';
import type { Form } from './form.ts';
import { FormDrafts } from './form-drafts.ts';
import { OpenDraft } from './open-draft.ts';
import type { FormPlan } from './plan.ts';
import { fetchSteps, restoreForm, showReceipt } from './restore-form.ts';

/** Opens the draft of a form, restores it from the device, and gives the form what saves, shows and changes it. */
export function openFormDraft<Input, Receipt>(form: Form<Input, Receipt>): OpenDraft<Input, Receipt> {
  const { plan, state, draftId: id } = form;
  const store = new FormDrafts<Input, Receipt>();
  const fetchOnce = stepFetcher(form);
  const draft = new OpenDraft<Input, Receipt>(plan.draft, state.values, {
    store,
    id,
    onChange: () => {
      const { values, receipt, savedAt } = draft.data;
      fetchOnce(savedAt > 0);
      form.setState({ values, saved: draft.keptIn && draft.keptIn === 'device' });
      followFiles();
      // Another tab has sent it.
      if (receipt && ['asking', 'waiting'].includes(form.state.stage.at)) void showReceipt(form, draft.data);
    },
  });
  const followFiles = filesFollower(form);
  const stepOfStored = (stored: FormDraft<Input, Receipt>) => stepOf(plan, stored);
  draft.restore(stepOfStored);
  draft
    .restoreLate(stepOfStored)
    .then((stored) => stored && restoreForm(form))
    .catch(reportFailure);
  const controls = new DraftControls(form, draft, store);
  form.host.addController(new DraftSaver(form, controls));
  form.draftViews = draftViews(form, controls, restoreForm);
  controls.findSiblings().catch(reportFailure);
  return draft;
}

/** Gives a function that has the files of the answers uploaded. The code for that comes with the first file. */
function filesFollower<Input, Receipt>(form: Form<Input, Receipt>): () => void {
  let uploads: Promise<DraftUploads<Input, Receipt>> | undefined;
  return () => {
    const { portal } = form.host;
    if (!portal || form.plan.keepsFilesHere) return;
    if (!uploads && !Object.values(form.state.values).some(hasFile)) return;
    uploads ??= loadModule(import('./draft-uploads.ts')).then(
      ({ DraftUploads }) => new DraftUploads(form, portal),
    );
    uploads.then(
      (following) => {
        following.follow();
      },
      () => {
        // The next change tries again.
        uploads = undefined;
      },
    );
  };
}

const hasFile = (value: FieldValue | undefined) =>
  Array.isArray(value) && value.some((file) => !isUpload(file));

/** The step where the citizen has left the form: it asks one of the questions that she saw then, also where its number is another. */
function stepOf<Input, Receipt>(
  plan: FormPlan<Input, Receipt>,
  { step, stepQuestions }: FormDraft<Input, Receipt>,
): number {
  const { lastStep } = plan;
  const steps = [step, ...Array.from({ length: lastStep + 1 }, (_, place) => place)];
  const asksThem = (place: number) => plan.questionsOf(place).some((name) => stepQuestions.includes(name));
  // The form may have had more steps when the draft was written.
  return steps.find((place) => place <= lastStep && asksThem(place)) ?? Math.min(step, lastStep);
}

/** Gives what fetches all steps as soon as something is kept: who has begun may lose the connection on the way. */
function stepFetcher<Input, Receipt>(form: Form<Input, Receipt>): (isKept: boolean) => void {
  let isFetching = !form.plan.hasOutbox;
  return (isKept) => {
    if (isFetching || !isKept) return;
    isFetching = true;
    fetchSteps(form).catch(reportFailure);
  };
}
