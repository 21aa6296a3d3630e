import { html, nothing, type TemplateResult } from 'lit';

import { ApplicationHistorySchema, type ApplicationHistory } from '../contract/applications/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseSection } from './case-section.ts';
import { entryTitle, roleName } from './history-words.ts';
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
        (entry) =>
          html`<li class="entry">
            <div class="top">
              <b>${entryTitle(entry, messages)}</b>
              <time class="small quiet" datetime=${entry.at}
                >${messages.moment(entry.at, this.timeZone)}</time
              >
            </div>
            <p class="small quiet">${roleName(entry.role, messages)}</p>
            ${entry.note === undefined ? nothing : html`<p class="words">${entry.note}</p>`}
          </li>`,
      )}
    </ol>`;
  }
}
