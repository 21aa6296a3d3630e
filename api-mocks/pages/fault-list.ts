import { html } from 'hono/html';

import { METHODS, type Fault } from '../http/faults.ts';
import type { Markup } from '../http/page.ts';
import { table } from './layout.ts';

const KINDS: Record<Fault['kind'], string> = {
  latency: 'Ответ задерживается',
  tooManyRequests: 'Слишком много запросов (429)',
  error: 'Поломка (500)',
  unavailable: 'Не справляется (503)',
  cut: 'Связь обрывается',
  half: 'Приходит половина ответа',
  expiredSession: 'Вход закончился (401)',
  fullDisk: 'На диске нет места',
  wrongClock: 'Часы портала врут',
};

/** The faults that there are, and a form for another one. */
export const faultList = (active: readonly Fault[]): Markup => html`
  <p>
    Так можно проверить, что человек увидит и не потеряет, когда портал или связь подводят. Сбои касаются
    только программного интерфейса (/v1) и входа (/sign-in). После перезапуска портала их нет.
  </p>
  ${table(
    ['Что случается', 'С какими запросами', 'Как часто'],
    active.map(
      (fault) =>
        html`<tr>
          <th scope="row">${KINDS[fault.kind]}${detailOf(fault)}</th>
          <td>${fault.methods.join(', ') || 'любые'}, ${fault.path}…</td>
          <td>${oftenOf(fault.often)}</td>
        </tr>`,
    ),
    'Сейчас всё работает.',
  )}
  ${
    active.length
      ? html`<form class="stack" method="post">
          <button name="clear" value="yes">Убрать все сбои</button>
        </form>`
      : ''
  }
  <h2>Добавить сбой</h2>
  <form class="stack" method="post">
    <fieldset>
      <label
        >Что случается
        <select name="kind">
          ${Object.entries(KINDS).map(([kind, words]) => html`<option value="${kind}">${words}</option>`)}
        </select>
      </label>
    </fieldset>
    <details>
      <summary>Подробности: задержка, часы, обрыв, 429 и 503</summary>
      ${field('ms', 'Для задержки: сколько миллисекунд', 2000, 0, 60_000)}
      ${field('jitter', 'Для задержки: и ещё случайно до, миллисекунд', 0, 0, 60_000)}
      ${field('retryAfter', 'Для 429 и 503: через сколько секунд повторить', 1, 0, 3600)}
      ${field('hours', 'Для часов: на сколько часов они спешат (с минусом — отстают)', 24, -8760, 8760)}
      <label
        >Для обрыва связи: когда
        <select name="when">
          <option value="before">до того, как портал что-то сделал</option>
          <option value="after">портал всё сделал, но ответ не дошёл</option>
        </select>
      </label>
    </details>
    <fieldset>
      <legend>С какими запросами</legend>
      <label
        >Адрес начинается с <input name="path" value="/v1/" required maxlength="200" pattern="/.*"
      /></label>
      ${METHODS.map(
        (method) => html`<label><input type="checkbox" name="method" value="${method}" /> ${method}</label>`,
      )}
      <p class="quiet">Ничего не отмечено — со всеми.</p>
    </fieldset>
    <fieldset>
      <label
        >Как часто
        <select name="often">
          <option value="next">с несколькими ближайшими, потом никогда</option>
          <option value="oneOf">случайно, с одним из нескольких</option>
          <option value="always">всегда</option>
        </select>
      </label>
      ${field('count', 'Сколько это — «несколько»', 1, 1, 1000)}
      ${field('seed', 'Число, от которого зависит случай: одно и то же число — одни и те же сбои', 1, 0, 2 ** 31 - 1)}
    </fieldset>
    <button>Добавить сбой</button>
  </form>
`;

const field = (name: string, label: string, value: number, min: number, max: number) =>
  html`<label
    >${label} <input name="${name}" type="number" value="${value}" min="${min}" max="${max}" required
  /></label>`;

function detailOf(fault: Fault): string {
  switch (fault.kind) {
    case 'latency':
      return `: ${fault.ms} мс${fault.jitter ? ` и ещё до ${fault.jitter} мс` : ''}`;
    case 'cut':
      return fault.when === 'before' ? ' до дела' : ' перед ответом';
    case 'wrongClock':
      return `: на ${fault.hours} ч`;
    case 'tooManyRequests':
    case 'unavailable':
      return `: повторить через ${fault.retryAfter} с`;
    default:
      return '';
  }
}

const oftenOf = (often: Fault['often']): string =>
  often === 'always'
    ? 'всегда'
    : 'next' in often
      ? `ближайшие, осталось: ${often.next}`
      : `с одним из ${often.oneOf}, случайно (${often.seed})`;
