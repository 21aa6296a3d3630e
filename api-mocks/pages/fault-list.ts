import { html } from 'hono/html';

import type { Fault } from '../http/faults.ts';
import type { Markup } from '../http/page.ts';
import { FAULT_LABELS } from './fault-form.ts';
import { htmlTable } from './layout.ts';

/** Lists the active faults, with a form below them that adds another one. */
export const faultList = (active: readonly Fault[], form: Markup): Markup => html`
  <p>
    Так можно проверить, что человек увидит и не потеряет, когда портал или связь подводят. Сбои касаются
    только программного интерфейса (/v1) и входа (/sign-in). После перезапуска портала их нет.
  </p>
  ${htmlTable(
    ['Что случается', 'С какими запросами', 'Как часто'],
    active.map(
      (fault) =>
        html`<tr>
          <th scope="row">${FAULT_LABELS[fault.kind]}${faultDetails(fault)}</th>
          <td>${fault.methods.join(', ') || 'любые'}, ${fault.path}…</td>
          <td>${frequencyInWords(fault.often)}</td>
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
  ${form}
`;

/** What stands behind the name of a fault: «: 2000 мс» behind «Ответ задерживается». Empty for a fault without details. */
function faultDetails(fault: Fault): string {
  switch (fault.kind) {
    case 'latency':
      return `: ${fault.ms} мс${fault.jitter ? ` и ещё до ${fault.jitter} мс` : ''}`;
    case 'cut':
    case 'foreignPage':
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

function frequencyInWords(often: Fault['often']): string {
  if (often === 'always') return 'всегда';
  return 'next' in often
    ? `ближайшие, осталось: ${often.next}`
    : `с одним из ${often.oneOf}, случайно (${often.seed})`;
}
