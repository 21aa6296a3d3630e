import { describe, expect, it } from 'vitest';

import { checkContent } from './check.ts';
import { contentFolder, readContentFolder } from './folder.ts';

const CONTENT = readContentFolder(contentFolder());
const FILE = 'forms/detskiy-sad.yaml';

/** A change of one text of the form that an editor might make, and how the check has to name it. */
interface Spoiled {
  issue: string;
  /** The issue is in the line where this stands first. */
  from: string;
  to: string;
  /** The field in the file, behind `шаги → 2 → поля → 2 → `. */
  field: string;
  wrong: RegExp;
}

const SPOILED: Spoiled[] = [
  ...['consent', 'title', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'].map((name) => ({
    issue: `a field with the name ${name}`,
    from: 'имя: childFirstName',
    to: `имя: ${name}`,
    field: 'имя',
    wrong: /^это имя занято/,
  })),
  ...['0', '-1', '2.5', '20001'].map((count) => ({
    issue: `answers of at most ${count} characters`,
    from: 'не длиннее: 100',
    to: `не длиннее: ${count}`,
    field: 'не длиннее',
    wrong: /от 1 до 20000/,
  })),
  ...['0', '21'].map((count) => ({
    issue: `at most ${count} files`,
    from: 'файлов не больше: 2',
    to: `файлов не больше: ${count}`,
    field: 'файлов не больше',
    wrong: /от 1 до 20/,
  })),
  {
    issue: 'one option twice',
    from: '- Компенсирующая — для детей с особенностями развития',
    to: '- Общеразвивающая',
    field: 'варианты → 2',
    wrong: /уже есть/,
  },
  ...[
    ['день', 'в прошлом', 'дата'],
    ['варианты', '[Да, Нет]', 'выбор'],
    ['не длиннее', '100', 'строка, текст, имя, банк'],
    ['не дальше лет', '8', 'дата'],
    ['файлов не больше', '2', 'файл'],
  ].map(([field = '', value = '', kinds = '']) => ({
    issue: `«${field}» where the kind of the field knows nothing of it`,
    from: 'имя: applicantEmail',
    to: `${field}: ${value}\n        имя: applicantEmail`,
    field,
    wrong: new RegExp(`только у вида: ${kinds}$`),
  })),
];

describe('the content check of a form', () => {
  it.each(SPOILED)('names $issue, with line, field and example', ({ from, to, field, wrong }) => {
    const text = CONTENT.get(FILE) ?? '';
    expect(checkContent(new Map(CONTENT).set(FILE, text.replace(from, to)))).toEqual([
      {
        file: FILE,
        line: text.slice(0, text.indexOf(from)).split('\n').length,
        column: expect.any(Number) as number,
        field: expect.stringMatching(new RegExp(`^шаги → \\d → поля → \\d → ${field}$`)) as string,
        message: expect.stringMatching(wrong) as string,
        example: expect.stringMatching(/./) as string,
      },
    ]);
  });
});
