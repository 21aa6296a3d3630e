import { html, type TemplateResult } from 'lit';

import { PortalError, reportFailure } from '../portal/errors.ts';
import type { Form } from './form.ts';

/** Whether the portal has refused because nobody has signed in. */
export const isSignInNeeded = (error: unknown): boolean =>
  error instanceof PortalError && error.status === 401;

/**
 * The button of a notice by which the citizen signs in; then the form is sent as it stands. It has to be pressed: a window that opens without
 * a click is blocked. Where the page itself leaves to sign in, the draft keeps the form, and `resendsWhenOpened` sends it. The form has the
 * notice `notSignedIn`.
 */
export function signInAction<Input, Receipt>(form: Form<Input, Receipt>, label: string): TemplateResult {
  const signIn = async (event: Event) => {
    try {
      const outcome = await form.host.portal?.session.signIn();
      if (outcome === 'signedIn') await form.submit(event);
      else if (outcome !== 'leaving') form.showNotice('notSignedIn');
    } catch (error) {
      form.showNotice(reportFailure(error));
    }
  };
  return html`<button class="button second" type="button" @click=${signIn}>${label}</button>`;
}
