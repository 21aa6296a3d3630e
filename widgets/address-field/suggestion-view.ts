import { html, nothing, type TemplateResult } from 'lit';

import type { EditorHost, NotedSuggestion } from './editor.ts';
import { extraMessages } from './extra-messages.ts';

/**
 * Shows a suggestion: its line with the matching letters marked; below it former name, postcode, and, with `showsMissing`, which part
 * is missing. `marks` are pairs of indices in the line: `[[0, 4]]` marks «Прим» in «Примерск».
 */
export function suggestionView(
  suggestion: NotedSuggestion,
  host: EditorHost,
  showsMissing = false,
): TemplateResult {
  const messages = { ...extraMessages, ...host.messages };
  const { marks, postcode, kind, former, listed, parts, unknown, note, house = '' } = suggestion;
  // A non-breaking hyphen between digit and letter keeps «2-я» on one line.
  const line = suggestion.line.replace(/(?<=\d)-(?=\p{L})/gu, '\u2011');
  const { name = '', type = '' } = parts.at(-1) ?? {};
  const notes = [
    former && messages.former(former, `${type} ${name}`),
    postcode,
    unknown && messages.unknown(unknown),
    note ??
      (listed === false ? messages.unlisted(house) : !unknown && showsMissing && messages.missing[kind]),
  ].filter(Boolean);
  let end = 0;
  return html`<span
      >${marks.map(([from, to]) => html`${line.slice(end, from)}<mark>${line.slice(from, (end = to))}</mark>`)}${line.slice(end)}</span
    >${notes.length ? html`<span class="more">${notes.join(' · ')}</span>` : nothing}`;
}
