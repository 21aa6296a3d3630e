import { describe, expect, it } from 'vitest';

import { checkContent } from './check.ts';
import { contentFolder, readContentFolder } from './folder.ts';

const FILE = 'region.yaml';
const TEXT = readContentFolder(contentFolder(), (file) => file === FILE).get(FILE) ?? '';

/** A line of the file as an editor might spoil it, and how the check has to name it. `at` begins the line of the issue, where that is another line. */
interface Spoiled {
  issue: string;
  from: RegExp;
  to: string;
  at?: string;
  field: string;
  wrong: string;
  example: string;
}

const SPOILED: Spoiled[] = [
  {
    issue: 'a code without quotes',
    from: /^код: .*/m,
    to: 'код: 22',
    field: 'код',
    wrong: 'две цифры в кавычках',
    example: "'22'",
  },
  {
    issue: 'a zone in words',
    from: /^часовой пояс: .*/m,
    to: 'часовой пояс: МСК+4',
    field: 'часовой пояс',
    wrong: 'как в базе IANA',
    example: '/',
  },
  {
    issue: 'degrees and minutes',
    from: /широта: .*/,
    to: 'широта: 53°21′',
    field: 'центр → широта',
    wrong: 'от −90 до 90',
    example: '53.35',
  },
  {
    issue: 'a meridian that is not there',
    from: /долгота: .*/,
    to: 'долгота: 183',
    field: 'центр → долгота',
    wrong: 'от −180 до 180',
    example: '53.35',
  },
  {
    issue: 'a telephone without its code',
    from: /телефон: .*/,
    to: 'телефон: 36-31-04',
    field: 'контактный центр → телефон',
    wrong: 'с кодом',
    example: '8 800',
  },
  {
    issue: 'a note that is no list',
    from: /пояснения: .*/,
    to: 'пояснения: бесплатно',
    field: 'контактный центр → пояснения',
    wrong: 'нужен список',
    example: '- ',
  },
  {
    issue: 'a misspelt field',
    from: /^родительный:/m,
    to: 'родительнй:',
    field: 'родительнй',
    wrong: 'такого поля нет',
    example: '«родительный»',
  },
  {
    issue: 'a missing field, at its group',
    from: /^ {2}широта: .*\n/m,
    to: '',
    at: 'центр:',
    field: 'центр → широта',
    wrong: 'поле пропущено',
    example: '53.35',
  },
];

describe('the content check of region.yaml', () => {
  it.each(SPOILED)(
    'names $issue, with line, field and example',
    ({ from, to, at = to, field, wrong, example }) => {
      const text = TEXT.replace(from, to);
      const issue = checkContent(new Map([[FILE, text]])).find((each) => each.field === field);
      expect(issue?.file).toBe(FILE);
      expect(issue?.message).toContain(wrong);
      expect(issue?.example).toContain(example);
      expect(text.split('\n')[(issue?.line ?? 0) - 1]?.trim().startsWith(at)).toBe(true);
    },
  );
});
