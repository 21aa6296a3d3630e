import { html, type TemplateResult } from 'lit';

import { reportFailure } from '../portal/errors.ts';
import type { OpenCase } from '../portal/open-case.ts';

/** Shows the button by which the applicant signs in again; then what she wanted is done. */
export function signInAgainView(
  { portal }: OpenCase,
  { signInAgain }: { signInAgain: string },
  goOn: () => void,
): TemplateResult {
  const signIn = async () => {
    try {
      if ((await portal.session.signIn()) === 'signedIn') goOn();
    } catch (error) {
      reportFailure(error);
    }
  };
  return html`<button class="button second" type="button" @click=${signIn}>${signInAgain}</button>`;
}
