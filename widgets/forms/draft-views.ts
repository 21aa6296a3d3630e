// Longer than most: all that is said of a draft stands in one place.
import { html, nothing, type TemplateResult } from 'lit';

import { KEPT_FOR } from '../drafts/draft-vault.ts';
import type { DraftMessages } from './draft-messages.ts';
import type { FormDraft } from './draft-plan.ts';
import { draftStyles } from './draft.styles.ts';
import type { DraftViews, Form } from './form.ts';
import { addStyles } from '../styles/add-styles.ts';
import { HandOverPart } from './hand-over-part.ts';
import type { DraftControls } from './draft-controls.ts';
import { button, conflicts, leftovers, trouble } from './draft-trouble-views.ts';

/**
 * Says where the draft of a form is kept, and lets the citizen delete it, choose another one, or keep nothing. `restore` shows a form as
 * its draft was left.
 */
export const draftViews = <Input, Receipt>(
  form: Form<Input, Receipt>,
  controls: DraftControls<Input, Receipt>,
  restore: (form: Form<Input, Receipt>) => Promise<void>,
): DraftViews => {
  const resume = async (id: string) => {
    await form.startAnother(undefined, id);
    await restore(form.host.form as Form<Input, Receipt>);
  };
  const startNew = async () => {
    await form.startAnother();
    // It finds the other drafts.
    await (form.host.form as Form).openDraft();
  };
  addStyles(form.host, draftStyles);
  const timeZone = timeZoneOf(form);
  const handOver = new HandOverPart(form, controls.draft, timeZone);
  return {
    above: (messages) => (messages ? aboveView(form, controls, { messages, timeZone, resume }) : nothing),
    below: (messages) =>
      messages
        ? html`<p class="draft small quiet">
              ${keeping(form, controls, { messages, startNew })} ${handOver.buttons(messages)}
            </p>
            ${handOver.view(messages)}`
        : nothing,
    takeHandOver: (code) => handOver.take(code),
    receipt: (messages) => receiptKeeping(form, controls, messages),
  };
};

/** What should be known before typing: what has gone wrong, answers of other tabs, other drafts. */
const aboveView = <Input, Receipt>(
  form: Form<Input, Receipt>,
  controls: DraftControls<Input, Receipt>,
  parts: OtherDrafts,
) =>
  html`${trouble(form, controls, parts.messages)} ${conflicts(controls, parts.messages)}
  ${leftovers(form, controls, parts.messages)} ${otherDrafts(controls, parts)}`;

/** IANA name of the region's time zone: all days are its own, wherever the device is. */
const timeZoneOf = <Input, Receipt>({ host }: Form<Input, Receipt>): string =>
  host.portal?.config.region.timeZone ?? 'UTC';

interface OtherDrafts {
  messages: DraftMessages;
  timeZone: string;
  resume: (id: string) => Promise<void>;
}

/** The other drafts of this form on the device, and the numbers of what was sent. */
function otherDrafts<Input, Receipt>(
  controls: DraftControls<Input, Receipt>,
  { messages, timeZone, resume }: OtherDrafts,
): TemplateResult | typeof nothing {
  const { siblings } = controls;
  if (!siblings.length) return nothing;
  return html`<details class="drafts">
    <summary>${messages.others(siblings.length)}</summary>
    <ul>
      ${siblings.map(
        (sibling) =>
          html`<li>
            ${titleOf(controls, sibling, messages)}
            <span class="quiet">${messages.savedOn(sibling.savedAt, timeZone)}</span>
            ${button(messages.resume, () => resume(sibling.id))}
            ${button(messages.remove, () => controls.removeSibling(sibling.id))}
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Whom a draft is about; the number of what was sent. */
function titleOf<Input, Receipt>(
  { rules }: DraftControls<Input, Receipt>,
  { receipt, values }: FormDraft<Input, Receipt>,
  messages: DraftMessages,
): string {
  if (receipt) return Object.values(receipt).slice(0, 2).join(' · ');
  return rules?.titleOf?.(values) || messages.untitled;
}

/** Whether the draft was deleted just now, and nothing has been typed since. */
const isDiscarded = <Input, Receipt>({ discarded, draft }: DraftControls<Input, Receipt>) =>
  discarded && !draft.data.savedAt;

/** How long the draft is kept. */
function keptText<Input, Receipt>(
  form: Form<Input, Receipt>,
  controls: DraftControls<Input, Receipt>,
  messages: DraftMessages,
): string {
  const { isShared, draft } = controls;
  if (isDiscarded(controls)) return messages.discarded;
  if (isShared) return messages.sharedNow;
  return draft.keptIn === 'device' ? messages.keptUntil(draft.data.savedAt + KEPT_FOR, timeZoneOf(form)) : '';
}

/** How long the draft is kept, and the ways to keep it no longer. */
const keeping = <Input, Receipt>(
  form: Form<Input, Receipt>,
  controls: DraftControls<Input, Receipt>,
  parts: { messages: DraftMessages; startNew: () => Promise<void> },
) =>
  html`<span role="status">${keptText(form, controls, parts.messages)}</span>
    ${keptButtons(form, controls, parts)}`;

/** The ways to keep it no longer. */
function keptButtons<Input, Receipt>(
  form: Form<Input, Receipt>,
  controls: DraftControls<Input, Receipt>,
  { messages, startNew }: { messages: DraftMessages; startNew: () => Promise<void> },
): TemplateResult | typeof nothing {
  const { isShared, draft } = controls;
  if (isDiscarded(controls)) return button(messages.undo, () => controls.undo());
  if (isShared) return button(messages.keepAgain, () => controls.setShared(false));
  if (draft.keptIn === undefined) return nothing;
  // A second draft would take the place of this one where the device keeps none.
  const mayStartNew = draft.keptIn === 'device' && !form.plan.draft.onePerCase;
  return html`${button(messages.discard, () => controls.discard())}
  ${mayStartNew ? button(messages.startNew, startNew) : nothing}
  ${button(messages.shared, () => controls.setShared(true))}`;
}

/** Below a receipt: how long number and code are kept, and the way to keep them no longer. */
function receiptKeeping<Input, Receipt>(
  form: Form<Input, Receipt>,
  controls: DraftControls<Input, Receipt>,
  messages: DraftMessages,
) {
  const { discarded, isShared, draft } = controls;
  if (isShared || draft.keptIn !== 'device') return nothing;
  const discard = async () => {
    await controls.discard();
    form.host.announcer?.say(messages.receiptRemoved);
  };
  return html`<p class="small quiet">
    <span>${discarded ? messages.receiptRemoved : messages.receiptKept}</span>
    ${discarded ? button(messages.undo, () => controls.undo()) : button(messages.removeReceipt, discard)}
  </p>`;
}
