import type { Portal } from '../portal/context.ts';
import { loadModule } from '../portal/errors.ts';
import type { Form } from './form.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Notice } from './stage.ts';

interface Sending<Input, Receipt> {
  portal: Portal;
  draft: OpenDraft<Input, Receipt>;
  /** Sends the form after all. */
  resend: () => Promise<void>;
}

/** Whether the form must not be sent now. A notice says why, and what the citizen can do. */
export const mustNotSend = async <Input, Receipt>(
  form: Form<Input, Receipt>,
  sending: Sending<Input, Receipt>,
): Promise<boolean> => (await isPageBroken(form, sending.portal)) || isOwnerGone(form, sending);

/** Whether a library of the page has broken natives since the widgets started. Then nothing is sent, and a notice says so. */
async function isPageBroken<Input, Receipt>(form: Form<Input, Receipt>, portal: Portal): Promise<boolean> {
  // `JSON` was taken before, and a wrapped `fetch` sends what it is given. All others might change what is sent.
  const broken = portal.brokenNatives().filter((name) => !['JSON', 'fetch'].includes(name));
  if (!broken.length) return false;
  const { reportBrokenLate } = await loadModule(import('../portal/clean-realm.ts'));
  const sentence = reportBrokenLate(broken);
  showInForm(form, { view: () => sentence });
  return true;
}

/**
 * Whether the draft was filled in by a citizen who had signed in, and whose session is over. Then nothing is sent, and she is asked:
 * to sign in again, or to send in nobody's name.
 */
async function isOwnerGone<Input, Receipt>(
  form: Form<Input, Receipt>,
  { portal, draft, resend }: Sending<Input, Receipt>,
): Promise<boolean> {
  const { owner } = draft.data;
  if (!owner || (await portal.session.whenSettled())) return false;
  const signIn = async () => {
    if ((await portal.session.signIn()) === 'signedIn') await resend();
  };
  const sendAnyway = async () => {
    await draft.update({ owner: '' });
    await resend();
  };
  const { signedOutView } = await loadModule(import('./signed-out-view.ts'));
  showInForm(form, {
    view: ({ draft: messages }) => signedOutView(messages, { owner, signIn, sendAnyway }),
  });
  return true;
}

/** Shows a notice in the form; one that waits to be sent asks again for it. */
function showInForm<Input, Receipt>(form: Form<Input, Receipt>, notice: Notice): void {
  const { stage } = form.state;
  if (stage.at === 'waiting') form.setStage({ at: 'asking', step: stage.step });
  form.showNotice(notice);
}
