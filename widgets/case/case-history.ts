import { html, nothing, type TemplateResult } from 'lit';

import { ApplicationHistorySchema, type ApplicationHistory } from '../contract/applications/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseSection } from './case-section.ts';
import type { Messages } from './messages.ts';

/**
 * All that was done in a case, with its time and by whom, the oldest first.
 *
 * @tagname okno-case-history
 */
export class CaseHistory extends CaseSection<ApplicationHistory> {
  protected override read(access: OpenCase, signal: AbortSignal): Promise<ApplicationHistory> {
    return access.read('/history', ApplicationHistorySchema, signal);
  }

  protected override renderShown({ items }: ApplicationHistory, messages: Messages): TemplateResult {
    return html`<ol class="entries">
      ${items.map(
        ({ at, role, action, state, note }) =>
          html`<li class="entry">
            <div class="top">
              <b>${action === 'stateChanged' ? titleOf(state, messages) : messages.actions[action]}</b>
              <time class="small quiet" datetime=${at}>${messages.moment(at, this.timeZone)}</time>
            </div>
            <p class="small quiet">${messages.roles[role]}</p>
            ${note === undefined ? nothing : html`<p class="words">${note}</p>`}
          </li>`,
      )}
    </ol>`;
  }
}

/** The name of a state. One that these widgets do not know yet has none. */
const titleOf = (state: string, { states, actions }: Messages): string =>
  (states as Partial<Record<string, string>>)[state] ?? actions.stateChanged;
