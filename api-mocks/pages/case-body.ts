import { html } from 'hono/html';

import { isFinalState, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import type { CaseMessage, CaseRole } from '../../widgets/contract/messages/schemas.ts';
import type { Case } from '../cases/cases.ts';
import { deadlineOf, todayIn } from '../cases/deadline.ts';
import { historyOf, titleOfEntry, type HistoryEntry } from '../cases/history.ts';
import { lettersOf } from '../cases/letters.ts';
import type { Markup } from '../http/page.ts';
import { DEMO_CITIZENS, fullNameOf } from '../sign-in/citizens.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import type { KeyContext } from '../store/sealing.ts';
import { dateTimeInWords } from '../store/region-clock.ts';
import { caseForms } from './case-forms.ts';
import { dueInWords, htmlTable } from './layout.ts';

/** Body of the page of a case: facts, forms of the official, letters, history. `path` is the address of the page. */
export function caseBody(
  context: DatabaseContext & KeyContext & ClockContext & PortalDataContext,
  kase: Case,
  path: string,
): Markup {
  const { db, data } = context;
  const { timeZone } = data.region;
  const deadline = deadlineOf(kase, todayIn(context));
  const entries = historyOf(db, kase.number);
  const history = entries.map((entry) => historyRow(entry, timeZone));
  const letters = lettersOf(context, kase.number, { limit: LETTERS_SHOWN }).map((letter) =>
    letterRow(letter, timeZone),
  );
  return html`${caseFacts(kase, dueInWords(deadline), timeZone)}
    ${isFinalState(kase.state) ? '' : caseForms(kase, { overdue: deadline.overdue, path, seen: entries.length, form: data.forms.get(kase.service.slug) })}
    <h2>Переписка</h2>
    ${htmlTable(['Когда', 'Кто', 'Письмо'], letters, 'Писем нет.')}
    <h2>Что было</h2>
    ${htmlTable(['Когда', 'Кто', 'Что'], history, 'Пока ничего.')}`;
}

/** The officials' page shows so many of the newest letters. */
const LETTERS_SHOWN = 100;

function letterRow({ at, role, text, uploads = [] }: CaseMessage, timeZone: string): Markup {
  const names = uploads.map(({ name }) => name).join(', ');
  return html`<tr>
    <th scope="row">${dateTimeInWords(at, timeZone)}</th>
    <td>${ROLE_LABELS[role as CaseRole]}</td>
    <td>${text}${names && ` Файлы: ${names}.`}</td>
  </tr>`;
}

/** The facts of a case: service, agency, applicant, state, and `due`, the last day in words. */
function caseFacts(kase: Case, due: Markup, timeZone: string): Markup {
  const { service, agency, citizen, submittedAt, state } = kase;
  const applicant = DEMO_CITIZENS.find(({ id }) => id === citizen);
  const applicantName = applicant ? fullNameOf(applicant.profile) : 'без входа';
  return html`<dl class="facts">
    <dt>Услуга</dt>
    <dd>${service.title}</dd>
    <dt>Ведомство</dt>
    <dd>${agency.title}</dd>
    <dt>Кто подал</dt>
    <dd>${applicantName}, ${dateTimeInWords(submittedAt, timeZone)}</dd>
    <dt>Где стоит</dt>
    <dd>${STATE_WORDS[state].title}</dd>
    <dt>Ответ</dt>
    <dd>${due}</dd>
  </dl>`;
}

const ROLE_LABELS: Record<CaseRole, string> = {
  applicant: 'Заявитель',
  specialist: 'Специалист',
  otherAgency: 'Другое ведомство',
};
function historyRow(entry: HistoryEntry, timeZone: string): Markup {
  const { at, role, note } = entry;
  return html`<tr>
    <th scope="row">${dateTimeInWords(at, timeZone)}</th>
    <td>${ROLE_LABELS[role]}</td>
    <td>${titleOfEntry(entry)}${note === undefined ? '' : `. ${note}`}</td>
  </tr>`;
}
