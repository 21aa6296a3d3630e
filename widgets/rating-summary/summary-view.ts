import { html, nothing, type TemplateResult } from 'lit';

import type { RatingSummaryOutput } from '../contract/ratings/schemas.ts';
import type { Messages } from './messages.ts';

export { ru as messages } from './messages.ts';
export { fetchRatingSummary } from '../portal/ratings.ts';

/** With fewer ratings than this, the summary says that they are few. */
const FEW = 30;

/** Shows a summary: how many ratings there are, then each criterion as number, bar and the numbers behind it. */
export const summaryView = (
  { enough, count, criteria }: RatingSummaryOutput,
  messages: Messages,
): TemplateResult =>
  enough
    ? html`<p>${messages.count(count)} ${count < FEW ? messages.few : nothing}</p>
        ${
          criteria.length
            ? html`<ul class="bars">
                ${criteria.map((row) => criterionView(row, messages))}
              </ul>`
            : html`<p class="quiet">${messages.sparse}</p>`
        }`
    : html`<p class="quiet">${messages.notEnough}</p>`;

function criterionView(
  { criterion, count, mean, distribution }: RatingSummaryOutput['criteria'][number],
  messages: Messages,
) {
  // 1 is the worst mark: a bar of the mean 1 is empty, of 5 full. A property: a page's policy (CSP) refuses the attribute.
  const width = `inline-size: ${((mean - 1) / 4) * 100}%`;
  return html`<li class="criterion">
    <span>${messages.criteria[criterion]}</span> <b>${messages.mean(mean)}</b>
    <div class="bar" aria-hidden="true"><div .style=${width}></div></div>
    <div class="small quiet">
      ${messages.answers(count)}
      <details>
        <summary>${messages.details}</summary>
        <table>
          <tr>
            <th scope="col">${messages.mark}</th>
            <th scope="col">${messages.times}</th>
          </tr>
          ${distribution.map(
            (times, i) =>
              html`<tr>
                <th scope="row">${i + 1}</th>
                <td>${times}</td>
              </tr>`,
          )}
        </table>
      </details>
    </div>
  </li>`;
}
