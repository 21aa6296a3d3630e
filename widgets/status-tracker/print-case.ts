import { html, nothing, type LitElement, type TemplateResult } from 'lit';

import { entryTitle, roleName } from '../case/history-words.ts';
import { ru as caseRu, type Messages as CaseMessages } from '../case/messages.ts';
import {
  ApplicationHistorySchema,
  ApplicationSchema,
  type ApplicationHistory,
} from '../contract/applications/schemas.ts';
import { printSheet } from '../fields/print-sheet.ts';
import { reportFailure } from '../portal/errors.ts';
import type { FoundCase } from '../portal/look-up-case.ts';
import { answersView, statesView } from './complaint-view.ts';
import { glanceView } from './glance-view.ts';
import type { Messages } from './messages.ts';
import { timelineView } from './timeline-view.ts';

/** What a sheet says, and in whose words. */
interface SheetOptions {
  host: LitElement;
  messages: Messages;
  /** When the portal has said how the case stands, in milliseconds since 1970. */
  seenAt: number;
}

/** Prints a case on a sheet of its own. The history is fetched; where that fails, the timeline is all there is. */
export async function printCase(found: FoundCase, options: SheetOptions): Promise<void> {
  const { host, messages } = options;
  const { lang } = host.renderRoot as HTMLElement;
  const words = lang === 'en' ? (await import('../case/messages.en.ts')).en : caseRu;
  const [history, refusal] = await Promise.all([readHistory(found), readRefusal(found)]);
  await printSheet(host, {
    title: `${titleOf(found, messages)} ${messages.numbered(found.status.number)}`,
    content: sheetView(found, { ...options, words, history, refusal }),
  });
}

const titleOf = (found: FoundCase, { complaint }: Messages) =>
  found.kind === 'application' ? found.status.service.title : complaint.title;

async function readHistory({ kind, access }: FoundCase): Promise<ApplicationHistory['items']> {
  if (kind === 'complaint') return [];
  const history = await access.read('/history', ApplicationHistorySchema).catch(reportMissing);
  return history?.items ?? [];
}

/** What the official has written who has refused. */
async function readRefusal({ access, status }: FoundCase): Promise<string | undefined> {
  if (status.state !== 'refused') return undefined;
  return (await access.read('', ApplicationSchema).catch(reportMissing))?.refusal?.text;
}

/** The sheet is worth printing without it. */
function reportMissing(error: unknown): undefined {
  reportFailure(error);
  return undefined;
}

type Sheet = SheetOptions & {
  words: CaseMessages;
  history: ApplicationHistory['items'];
  refusal: string | undefined;
};

function sheetView(found: FoundCase, sheet: Sheet): TemplateResult {
  const { messages, seenAt, words } = sheet;
  const { agency, number } = found.status;
  const { timeZone } = found.access.portal.config.region;
  const submittedAt = found.kind === 'application' ? found.status.submittedAt : found.status.registeredAt;
  return html`<h1>${titleOf(found, messages)} <span>${messages.numbered(number)}</span></h1>
    <p>
      ${messages.sentAt(submittedAt, timeZone)} · ${[agency.title, agency.phone].filter(Boolean).join(', ')}
    </p>
    ${
      found.kind === 'application'
        ? html`${glanceView(found.status, messages)}
          ${sheet.refusal === undefined ? nothing : html`<blockquote>${sheet.refusal}</blockquote>`}
          ${timelineView(found.status, messages, timeZone)}`
        : html`${answersView(found.status, messages, timeZone)}
          ${statesView(found.status, messages, timeZone)}`
    }
    ${sheet.history.length ? historyView(sheet.history, sheet, timeZone) : nothing}
    <footer>${messages.asOf(words.moment(new Date(seenAt).toISOString(), timeZone))}</footer>`;
}

const historyView = (
  items: ApplicationHistory['items'],
  { messages, words }: Pick<Sheet, 'messages' | 'words'>,
  timeZone: string,
) =>
  html`<h2>${messages.sections.history}</h2>
    <table>
      ${items.map(
        (entry) =>
          html`<tr>
            <th scope="row">${words.moment(entry.at, timeZone)}</th>
            <td>${roleName(entry.role, words)}</td>
            <td>
              ${entryTitle(entry, words)}${entry.note === undefined ? nothing : html`<p>${entry.note}</p>`}
            </td>
          </tr>`,
      )}
    </table>`;
