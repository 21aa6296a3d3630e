import { html } from 'hono/html';

import type { Ground } from '../../widgets/contract/complaints/grounds.ts';
import { isComplaintAnswered, COMPLAINT_STATE_WORDS } from '../../widgets/contract/complaints/moves.ts';
import type { ComplaintState } from '../../widgets/contract/complaints/schemas.ts';
import {
  complaintAnswersOf,
  complaintStatesOf,
  unsealComplaint,
  type ComplaintRow,
} from '../complaints/complaint-rows.ts';
import {
  complaintLookupOf,
  complaintSummaryOf,
  type ComplaintContext,
} from '../complaints/complaint-status.ts';
import type { Markup } from '../http/page.ts';
import { dateTimeInWords } from '../store/region-clock.ts';
import { dueInWords, htmlTable } from './layout.ts';

/** What each ground of a complaint is called on the pages of the sandbox. */
export const GROUND_WORDS: Record<Ground, string> = {
  lateRegistration: 'заявление зарегистрировали не в срок',
  overdue: 'услугу не оказали в срок',
  extraDocuments: 'требуют лишние документы',
  refusedDocuments: 'не приняли документы',
  refusedService: 'отказали без законной причины',
  extraFee: 'требуют лишнюю плату',
  uncorrectedErrors: 'не исправляют ошибки в документах',
  lateIssue: 'документы выдали не в срок или не по правилам',
  unlawfulSuspension: 'остановили услугу без законной причины',
  newDocuments: 'потребовали документы, о которых в первый раз не сказали',
};

/** Body of the page of a complaint: facts, forms of the official, history, answers. */
export const complaintBody = (context: ComplaintContext, complaint: ComplaintRow): Markup =>
  html`${complaintFacts(context, complaint)} ${complaintForms(complaint.state)}
    <h2>Что было</h2>
    ${htmlTable(['Когда', 'Что'], stateRows(context, complaint), 'Пока ничего.')}
    ${complaintAnswersOf(context, complaint).map(
      ({ by, satisfied, text }) =>
        html`<h2>${by === 'controllingBody' ? 'Ответ контролирующего органа' : 'Ответ ведомства'}</h2>
          <p><strong>${satisfied ? 'Жалобу признали верной.' : 'Жалобу отклонили.'}</strong></p>
          <pre>${text}</pre>`,
    )}`;

function complaintFacts(context: ComplaintContext, complaint: ComplaintRow): Markup {
  const { agency, ground, state, dueOn, overdue } = complaintSummaryOf(complaint, complaintLookupOf(context));
  return html`<dl class="facts">
    <dt>На кого</dt>
    <dd>${agency.title}</dd>
    <dt>На что</dt>
    <dd>${GROUND_WORDS[ground]}</dd>
    <dt>Что пишут</dt>
    <dd><pre>${unsealComplaint(context.key, complaint).text}</pre></dd>
    <dt>Где стоит</dt>
    <dd>${COMPLAINT_STATE_WORDS[state]}</dd>
    <dt>Ответ</dt>
    <dd>${dueInWords({ dueOn, overdue })}</dd>
  </dl>`;
}

/** Rows of a table: when the complaint came into which state. */
const stateRows = ({ db, data }: ComplaintContext, complaint: ComplaintRow): Markup[] =>
  complaintStatesOf(db, complaint).map(
    ({ at, state }) =>
      html`<tr>
        <th scope="row">${dateTimeInWords(at, data.region.timeZone)}</th>
        <td>${COMPLAINT_STATE_WORDS[state]}</td>
      </tr>`,
  );

/** Forms of the official: to begin the review, and to answer. Empty if the complaint has been answered. */
const complaintForms = (state: ComplaintState): Markup | string =>
  isComplaintAnswered(state)
    ? ''
    : html`<h2>Что сделать</h2>
        ${state === 'registered' ? html`<form class="stack" method="post"><button>Начать рассматривать</button></form>` : ''}
        <form class="stack" method="post">
          <fieldset>
            <legend>Решение</legend>
            <label
              ><input type="radio" name="verdict" value="satisfied" checked /> Жалоба верна, нарушение
              исправим</label
            >
            <label
              ><input type="radio" name="verdict" value="rejected" /> Нарушения нет, жалобу отклоняем</label
            >
          </fieldset>
          <label>Ответ <textarea name="text" maxlength="4000" required></textarea></label>
          <button>Ответить</button>
        </form>`;
