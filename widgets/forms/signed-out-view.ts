import { html, type TemplateResult } from 'lit';

import type { DraftMessages } from './draft-messages.ts';

interface SignedOut {
  /** Name of the citizen who was signed in: «Анна Петровна». */
  owner: string;
  signIn: () => Promise<void>;
  /** Sends in nobody's name. Absent where nothing is being sent. */
  sendAnyway?: () => Promise<void>;
}

/** Says that the session of the citizen is over, and what she can do. */
export const signedOutView = (
  messages: DraftMessages | undefined,
  { owner, signIn, sendAnyway }: SignedOut,
): TemplateResult =>
  html`<p role="alert">${sendAnyway ? messages?.askSignedOut(owner) : messages?.signedOut(owner)}</p>
    <button class="link" type="button" @click=${signIn}>${messages?.signInAgain}</button>
    ${sendAnyway && html`<button class="link" type="button" @click=${sendAnyway}>${messages?.sendAnyway}</button>`}`;
