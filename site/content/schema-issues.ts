import type * as v from 'valibot';

import { nearestWord } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';
import { FIELD_SEPARATOR, issueAt, type ParsedFile } from './parsed-file.ts';

/** Makes a function that turns an issue of valibot, whose message is a key of `messages.ts`, into an issue of this file. */
export const issueFrom = (parsed: ParsedFile) => (issue: v.BaseIssue<unknown>) => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const value = issue.message.startsWith('unknown:') ? path.at(-1) : issue.input;
  // A text with a colon in it is a group of fields for YAML: `- Часы: с 9 до 18`.
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (issue.message === 'text' && isGroup)
    return issueAt(parsed, path, {
      key: `textWithColon:${Object.entries(value)[0]?.map(String).join(': ') ?? ''}`,
    });
  const isListOfGlued = issue.message === 'list' && typeof value === 'string' && /^-\S/.test(value);
  return issueAt(parsed, path, { key: isListOfGlued ? 'gluedHyphen' : issue.message, value });
};

/**
 * Issues without those that one fault causes besides the first: of a field only the first, none where the YAML has lost a text, and no
 * missing field that is there under a misspelt name.
 */
export function withoutEchoes(issues: readonly ContentIssue[]): ContentIssue[] {
  const lostTextLines = new Set(issues.flatMap(({ field, line }) => (field ? [] : [line])));
  const misspelt = new Set(issues.flatMap((issue) => meantField(issue) ?? []));
  return issues.filter(
    ({ field, line, source }, i) =>
      !field ||
      (issues.findIndex((other) => other.field === field) === i &&
        !lostTextLines.has(line) &&
        !(source?.key.startsWith('missing:') && misspelt.has(field))),
  );
}

/** The field that was probably meant by a name that does not exist. */
function meantField({ field, source }: ContentIssue): string | undefined {
  const [, names] = /^unknown:(.*)$/su.exec(source?.key ?? '') ?? [];
  if (names === undefined) return undefined;
  const path = field.split(FIELD_SEPARATOR);
  const meant = nearestWord(path.pop() ?? '', names.split('|'));
  return meant === undefined ? undefined : [...path, meant].join(FIELD_SEPARATOR);
}
