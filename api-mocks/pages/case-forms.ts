import { html } from 'hono/html';

import { targetStateOf, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import type { State } from '../../widgets/contract/applications/schemas.ts';
import type { FormDefinition } from '../../widgets/contract/forms/schemas.ts';
import type { Case } from '../cases/cases.ts';
import type { Markup } from '../http/page.ts';

interface CaseFormsOptions {
  /** Whether its last day is over. */
  overdue: boolean;
  /** Address of the page of the case. */
  path: string;
  /** How many entries its history has: a form that was sent twice is refused by it. */
  seen: number;
  /** The form that was filled in; `undefined` if the portal does not have it any more. */
  form: FormDefinition | undefined;
}

/** Forms of everything that an official can do with an open case. */
export const caseForms = (kase: Case, { overdue, path, seen, form }: CaseFormsOptions): Markup => html`
  <h2>Что сделать</h2>
  <form class="stack" method="post" action="?seen=${seen}">
    <button>Дальше</button>
    ${kase.state === 'asked' || overdue ? '' : html`<button name="overdue" value="yes">Просрочить</button>`}
  </form>
  ${targetStateOf('ask', kase) ? textForm({ seen, to: 'asked', label: 'Что спросить', button: 'Задать вопрос' }) : ''}
  ${textForm({ seen, to: 'refused', label: 'Почему и что исправить', button: 'Отказать', more: fieldChoices(form) })}
  ${prolongForm(kase, seen)}
  ${textForm({ seen, label: 'Письмо', summary: 'Написать письмо', button: 'Отправить письмо' })}
  <details>
    <summary>Выставить счёт</summary>
    <form class="stack" method="post" action="${path}/invoices?seen=${seen}">
      <label>За что <input name="purpose" value="Государственная пошлина" maxlength="200" required /></label>
      <label
        >Сколько рублей <input name="rubles" type="number" value="350" min="1" max="1000000" required
      /></label>
      <button>Выставить счёт</button>
    </form>
  </details>
  ${visitForm(path, seen)}
`;

/** Invites the applicant. */
const visitForm = (path: string, seen: number): Markup => html`
  <details>
    <summary>Пригласить прийти</summary>
    <form class="stack" method="post" action="${path}/visits?seen=${seen}">
      <label
        >Зачем <input name="purpose" value="Покажите подлинник документа" maxlength="500" required
      /></label>
      <label>Что взять, по строке на вещь <textarea name="bring" maxlength="1000">Паспорт</textarea></label>
      <button>Предложить время</button>
    </form>
  </details>
`;

/** Prolongs the period, if the law knows that (59-ФЗ, art. 12, part 2). What else speaks against it, the answer says. */
const prolongForm = ({ period, state }: Case, seen: number): Markup =>
  period.unit === 'calendarDay' && state !== 'asked'
    ? textForm({
        seen,
        label: 'Почему',
        summary: 'Продлить срок на 30 дней',
        button: 'Продлить',
        more: PROLONG,
      })
    : html``;
const PROLONG = html`<input type="hidden" name="prolong" value="yes" />`;

/** Check boxes with the questions of a form: which answers the refusal is about. */
const fieldChoices = (form: FormDefinition | undefined): Markup =>
  html`${(form?.steps ?? [])
    .flatMap(({ fields }) => fields)
    .map(
      ({ name, label }) =>
        html`<label><input type="checkbox" name="fields" value="${name}" /> ${label}</label>`,
    )}`;

interface TextForm {
  /** See `CaseFormsOptions`. */
  seen: number;
  /** State to which the case moves with the text. Without it the text is a letter, and the case stays. */
  to?: State;
  label: string;
  button: string;
  /** Label of the line that opens the form, if it is not that of the button. */
  summary?: string;
  /** What else the form asks. */
  more?: Markup;
}

/** A form with one text. It opens when its summary is clicked. */
const textForm = ({ seen, to, label, button, summary = button, more }: TextForm): Markup => html`
  <details>
    <summary>${summary}</summary>
    <form class="stack" method="post" action="?seen=${seen}">
      ${to === undefined ? '' : html`<input type="hidden" name="to" value="${to}" />`}
      <label
        >${label}
        <textarea name="text" maxlength="2000" required>${(to && STATE_WORDS[to].letter) ?? ''}</textarea>
      </label>
      ${more ?? ''}
      <button>${button}</button>
    </form>
  </details>
`;
