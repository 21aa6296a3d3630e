import { html } from 'hono/html';

import { FAULT_METHODS, type Fault } from '../http/faults.ts';
import type { Markup } from '../http/page.ts';

/** What each kind of fault is called on the page. */
export const FAULT_LABELS: Record<Fault['kind'], string> = {
  latency: 'Ответ задерживается',
  tooManyRequests: 'Слишком много запросов (429)',
  error: 'Поломка (500)',
  unavailable: 'Не справляется (503)',
  cut: 'Связь обрывается',
  foreignPage: 'Отвечает не портал (502)',
  half: 'Приходит половина ответа',
  expiredSession: 'Вход закончился (401)',
  fullDisk: 'На диске нет места',
  wrongClock: 'Часы портала врут',
};

/**
 * A form that adds a fault. It has fields for all kinds of faults; each kind uses those that it needs. It works without script.
 */
export const faultForm = (): Markup => html`
  <h2>Добавить сбой</h2>
  <form class="stack" method="post">
    <fieldset>
      <label
        >Что случается
        <select name="kind">
          ${Object.entries(FAULT_LABELS).map(
            ([kind, label]) => html`<option value="${kind}">${label}</option>`,
          )}
        </select>
      </label>
    </fieldset>
    ${detailFields()} ${requestFields()} ${oftenFields()}
    <button>Добавить сбой</button>
  </form>
`;

const detailFields = () => html`
  <details>
    <summary>Подробности: задержка, часы, обрыв, чужой ответ, 429 и 503</summary>
    ${numberField('ms', 'Для задержки: сколько миллисекунд', { value: 2000, min: 0, max: 60_000 })}
    ${numberField('jitter', 'Для задержки: и ещё случайно до, миллисекунд', { value: 0, min: 0, max: 60_000 })}
    ${numberField('retryAfter', 'Для 429 и 503: через сколько секунд повторить', { value: 1, min: 0, max: 3600 })}
    ${numberField('hours', 'Для часов: на сколько часов они спешат (с минусом — отстают)', { value: 24, min: -8760, max: 8760 })}
    <label
      >Для обрыва и чужого ответа: когда
      <select name="when">
        <option value="before">до того, как портал что-то сделал</option>
        <option value="after">портал всё сделал, но ответ не дошёл</option>
      </select>
    </label>
  </details>
`;

const requestFields = () => html`
  <fieldset>
    <legend>С какими запросами</legend>
    <label
      >Адрес начинается с <input name="path" value="/v1/" required maxlength="200" pattern="/.*"
    /></label>
    ${FAULT_METHODS.map(
      (method) => html`<label><input type="checkbox" name="method" value="${method}" /> ${method}</label>`,
    )}
    <p class="quiet">Ничего не отмечено — со всеми.</p>
  </fieldset>
`;

const oftenFields = () => html`
  <fieldset>
    <label
      >Как часто
      <select name="often">
        <option value="next">с несколькими ближайшими, потом никогда</option>
        <option value="oneOf">случайно, с одним из нескольких</option>
        <option value="always">всегда</option>
      </select>
    </label>
    ${numberField('count', 'Сколько это — «несколько»', { value: 1, min: 1, max: 1000 })}
    ${numberField('seed', 'Число, от которого зависит случай: одно и то же число — одни и те же сбои', { value: 1, min: 0, max: 2 ** 31 - 1 })}
  </fieldset>
`;

/** The number that stands in a field at first, and its limits. */
interface NumberInput {
  value: number;
  min: number;
  max: number;
}

const numberField = (name: string, label: string, { value, min, max }: NumberInput) =>
  html`<label
    >${label} <input name="${name}" type="number" value="${value}" min="${min}" max="${max}" required
  /></label>`;
