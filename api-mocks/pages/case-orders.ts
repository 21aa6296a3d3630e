import { html } from 'hono/html';

import type { Case } from '../cases/cases.ts';
import type { Markup } from '../http/page.ts';
import { LETTERS } from '../words.ts';

/** What an official can do with a case that has not ended; `path` is its page. */
export const orders = ({ state }: Case, late: boolean, path: string): Markup => html`
  <h2>Что сделать</h2>
  <form class="stack" method="post">
    <button>Дальше</button>
    ${state === 'asked' || late ? '' : html`<button name="overdue" value="yes">Просрочить</button>`}
  </form>
  ${
    state === 'asked' || state === 'decided'
      ? ''
      : html`<details>
          <summary>Задать вопрос</summary>
          ${withText('asked', 'Что спросить', LETTERS.asked, 'Задать вопрос')}
        </details>`
  }
  <details>
    <summary>Отказать</summary>
    ${withText('refused', 'Почему и что исправить', LETTERS.refused, 'Отказать')}
  </details>
  <details>
    <summary>Написать письмо</summary>
    ${withText(undefined, 'Письмо', undefined, 'Отправить письмо')}
  </details>
  <details>
    <summary>Выставить счёт</summary>
    <form class="stack" method="post" action="${path}/invoices">
      <label>За что <input name="purpose" value="Государственная пошлина" maxlength="200" required /></label>
      <label
        >Сколько рублей <input name="rubles" type="number" value="350" min="1" max="1000000" required
      /></label>
      <button>Выставить счёт</button>
    </form>
  </details>
`;

const withText = (to: string | undefined, label: string, value = '', button = '') =>
  html`<form class="stack" method="post">
    ${to === undefined ? '' : html`<input type="hidden" name="to" value="${to}" />`}
    <label>${label} <textarea name="text" maxlength="2000" required>${value}</textarea></label>
    <button>${button}</button>
  </form>`;
