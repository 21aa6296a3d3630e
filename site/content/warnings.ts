import { collectionOf } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';
import { FineFiles } from './fine-files.ts';
import { issueAt, type ParsedFile, type ValuePath } from './parsed-file.ts';
import { readContentFile } from './read.ts';

/** Numbers that are rarely larger, by the names of their fields; in days, minutes or roubles. */
const USUAL_MOST: Record<string, number> = {
  значение: 1000,
  'минут на заполнение': 240,
  сумма: 1_000_000,
};
/** A mobile number: `8 913 000-00-00`, `+79130000000`. */
const MOBILE = /(?<!\d)(?:\+7|8)[ (-]*9\d{2}[ )-]*\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)/u;
/** A person's name: «Иванова И. И.», «И. И. Иванова», «Иванову Ивану Ивановичу»; not «имени В. Я. Шишкова» and streets. */
const PERSON =
  /[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\.|(?<!(?:имени|им\.|ул\.|улица|улице|пр-кт|проспект|пер\.) )(?<![А-ЯЁа-яё])[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич(?:а|у|ем|е)?|(?:вн|ичн)(?:а|ы|е|у|ой))(?![а-яё])/u;
/** The month from which next year's working days are known: the government sets them in autumn. */
const OCTOBER = 9;

/**
 * What is probably wrong, though the catalogue can be built with it: `files` maps a path below `content/` to its text. In the
 * order of the files. `fineFiles` knows those that had no warning before, and learns those that have none now.
 */
export function contentWarnings(
  files: ReadonlyMap<string, string>,
  { today = new Date(), fineFiles = new FineFiles() } = {},
): ContentIssue[] {
  const warnings = [...files].flatMap(([file, text]) => {
    const collection = collectionOf(file);
    if (!collection || fineFiles.isQuiet(file, text)) return [];
    const { parsed } = readContentFile(file, collection, text);
    const found = parsed ? [...factWarnings(parsed), ...bodyWarnings(parsed)] : [];
    if (!found.length) fineFiles.addQuiet(file, text);
    return found;
  });
  return [...warnings.map(({ source: _, ...warning }) => warning), ...calendarWarnings(files, today)];
}

/** Warnings of the facts of a file. */
const factWarnings = (parsed: ParsedFile): ContentIssue[] =>
  valuesOf(parsed.rawData).flatMap(({ path, value }) => {
    const key = typeof value === 'string' ? textWarning(value) : numberWarning(path.at(-1), value);
    return key === undefined ? [] : [issueAt(parsed, path, { key })];
  });

/** Warnings of the text below the facts. */
const bodyWarnings = ({ file, body = '', bodyLine }: ParsedFile): ContentIssue[] =>
  body.split('\n').flatMap((line, i) => {
    const key = textWarning(line);
    if (key === undefined) return [];
    const column = Math.max(0, line.search(key === 'mobile' ? MOBILE : PERSON)) + 1;
    return [{ file, line: bodyLine + i, column, field: '', ...issueTextFor(key) }];
  });

function textWarning(text: string): string | undefined {
  if (MOBILE.test(text)) return 'mobile';
  return PERSON.test(text) ? 'personInText' : undefined;
}

function numberWarning(name: string | number | undefined, value: unknown): string | undefined {
  const most = typeof name === 'string' ? USUAL_MOST[name] : undefined;
  return most !== undefined && typeof value === 'number' && value > most ? `tooMuch:${most}` : undefined;
}

/** Every text and number of the facts, with its path. */
function valuesOf(value: unknown, path: ValuePath = []): { path: ValuePath; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => valuesOf(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, part]) => valuesOf(part, [...path, name]));
}

/** Warnings of years whose working days nobody has written down: periods would be counted without holidays. */
function calendarWarnings(files: ReadonlyMap<string, string>, today: Date): ContentIssue[] {
  const year = today.getFullYear();
  const years = today.getMonth() >= OCTOBER ? [year, year + 1] : [year];
  return years
    .map((each) => ({ each, file: `calendar/${each}.yaml` }))
    .filter(({ file }) => !files.has(file))
    .map(({ each, file }) => ({
      file,
      line: 1,
      column: 1,
      field: '',
      ...issueTextFor(`noCalendar:${each}`),
    }));
}
