import { html, nothing, type TemplateResult } from 'lit';

import type { CaseWish } from '../portal/case-events.ts';
import { titleOf, type ListContext } from './list-state.ts';
import { badgeOf, detailsOf, needWords, sentenceOf } from './row-words.ts';
import type { Row } from './rows.ts';

/** Shows one draft or case: what it is called, how it stands, and what can be done. */
export function rowView(row: Row, context: ListContext): TemplateResult {
  const { messages } = context;
  const badge = badgeOf(row);
  return html`<li data-key=${row.key}>
    <div class="what">
      <h3>
        <button class="link" type="button" @click=${opening(row, context)}>${titleOf(row, messages)}</button>
      </h3>
      <p class="small quiet">${detailsOf(row, context)}</p>
      <p class="stands">
        <span class="badge ${badge}">${messages.badges[badge]}</span> ${sentenceOf(row, context)}
      </p>
    </div>
    ${bottomView(row, context)}
  </li>`;
}

/** Opens the case in the tracker, there where the citizen can do what she wishes; a draft in its form. */
const opening =
  (row: Row, { actions }: ListContext, wish?: CaseWish) =>
  () => {
    if (row.kase) actions.open(row, wish);
    else actions.resume(row);
  };

/** The button of what has to be done and «Ещё», or what the row asks. */
function bottomView(row: Row, context: ListContext) {
  const { messages, state, questions } = context;
  if (questions && state.asking?.key === row.key)
    return state.asking.what === 'name'
      ? questions.nameView(row, context)
      : questions.withdrawalView(row, context);
  const { kase } = row;
  const text = kase ? kase.need && needWords(kase.need, messages).button : messages.resume;
  const title = titleOf(row, messages);
  return html`${
      text
        ? html`<button
            class="button ${kase ? '' : 'second'}"
            type="button"
            aria-label="${text}: ${title}"
            @click=${opening(row, context, 'need')}
          >
            ${text}
          </button>`
        : nothing
    }
    <details>
      <summary aria-label="${messages.more}: ${title}">${messages.more}</summary>
      <div>${moreButtons(row, context)}</div>
    </details>`;
}

/** What is done seldom. An application that this device alone knows is withdrawn in the tracker: it asks who is there. */
function moreButtons(row: Row, context: ListContext): TemplateResult[] {
  const { messages, actions } = context;
  const { key, kase, stored } = row;
  const ask = (what: 'name' | 'withdrawal') => () => {
    actions.change({ asking: { key, what } });
  };
  const act = (name: 'repeat' | 'remove') => () => {
    actions[name](row);
  };
  const isGoing = !!kase?.status?.daysLeft;
  const buttons = [
    { isThere: true, text: messages.rename, act: ask('name') },
    { isThere: kase && !kase.isComplaint, text: messages.repeat, act: act('repeat') },
    {
      isThere: isGoing && !kase.isComplaint,
      text: messages.withdraw,
      act: kase?.isInAccount ? ask('withdrawal') : opening(row, context, 'withdrawal'),
    },
    { isThere: stored, text: messages.remove, act: act('remove') },
  ].filter(({ isThere }) => isThere);
  return buttons.map(
    ({ text, act: onClick }) => html`<button class="link" type="button" @click=${onClick}>${text}</button>`,
  );
}
