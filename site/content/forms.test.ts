import { describe, expect, it } from 'vitest';

import { checkContent } from './check.ts';
import { FineFiles } from './fine-files.ts';
import { contentFolder, readContentFolder } from './folder.ts';

const CONTENT = readContentFolder(contentFolder());
/** The files that are not changed need no second look. */
const FINE = new FineFiles();
checkContent(CONTENT, FINE);
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
  ...(
    [
      ['{ поле: grup, равно: Да }', 'показать', /поля «grup» в этой форме нет/],
      ['{ поле: kindergartens, заполнено: да }', 'показать', /на само поле/],
      ['{ поле: comment, заполнено: да }', 'показать', /«comment» спрашивают позже/],
      ['{ не: { поле: startDate, раньше: comment } }', 'показать', /«comment» спрашивают позже/],
      ['{ поле: group, равно: Оздоровительная }', 'показать', /такого варианта у поля нет/],
      ['{ поле: group, раньше: сегодня }', 'показать', /вида «дата», а «group»/],
      ['{ в сумме целое: [group] }', 'показать', /вида «доля», а «group»/],
      ['{ поле: group }', 'показать', /условию нужны поле и слово о нём/],
      ['{ равно: Общеразвивающая }', 'показать', /условию нужны поле и слово о нём/],
      ['{ поле: group, ровно: Да }', 'показать → ровно', /такого поля нет/],
      ['{ поле: startDate, раньше: завтра }', 'показать → раньше', /нужен день, «сегодня»/],
      ['{ поле: childBirthDate, возраст не меньше: 151 }', 'показать → возраст не меньше', /от 0 до 150/],
      [
        '{ все: [{ поле: group, равно: Общеразвивающая }, { не: { поле: group, заполнено: да } }] }',
        'показать',
        /этого никогда не спросят/,
      ],
      [
        '{ поле: childBirthDate, возраст не меньше: 8, возраст не больше: 7 }',
        'показать',
        /этого никогда не спросят/,
      ],
    ] as const
  ).map(([condition, field, wrong]) => ({
    issue: `the condition ${condition}`,
    from: 'имя: kindergartens',
    to: `показать: ${condition}\n        имя: kindergartens`,
    field,
    wrong,
  })),
];

/** The form with a text changed, and the one issue of it: where it stands, and what it says. */
const issuesOf = (from: string | RegExp, to: string) =>
  checkContent(new Map(CONTENT).set(FILE, (CONTENT.get(FILE) ?? '').replace(from, to)), FINE).map(
    ({ field, message }) => [field, message],
  );

describe('the content check of a form', () => {
  it.each(SPOILED)('names $issue, with line, field and example', ({ from, to, field, wrong }) => {
    const text = CONTENT.get(FILE) ?? '';
    expect(checkContent(new Map(CONTENT).set(FILE, text.replace(from, to)), FINE)).toEqual([
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

  it('takes conditions and checks that are right', () => {
    const check = `проверки:
  - поле: startDate
    должно быть: { поле: childBirthDate, возраст не больше: 7, на день: startDate }
    слова: В сад берут до семи лет.
  - поле: childSnils
    должно быть: { разные: [applicantSnils, childSnils] }
    слова: Это ваш СНИЛС, а нужен СНИЛС ребёнка.
`;
    const shown = `показать: { любое: [{ поле: group, равно: Общеразвивающая }, { поле: startDate, позже: сегодня }] }
        имя: kindergartens`;
    expect(issuesOf('имя: kindergartens', shown)).toEqual([]);
    expect(issuesOf(/$/, check)).toEqual([]);
  });

  it.each([
    ['{ поле: childSnils, заполнено: да }', 'startDate', 'поле', /у поля, о котором говорит условие/],
    ['{ разные: [childSnils, snils] }', 'childSnils', 'должно быть', /поля «snils» в этой форме нет/],
  ])('names the check %s at %s', (must, field, place, wrong) => {
    const check = `проверки:\n  - { поле: ${field}, должно быть: ${must}, слова: Проверьте }\n`;
    expect(issuesOf(/$/, check)).toEqual([
      [`проверки → 1 → ${place}`, expect.stringMatching(wrong) as string],
    ]);
  });

  it('names a second check at one field', () => {
    const check =
      '{ поле: childSnils, должно быть: { разные: [applicantSnils, childSnils] }, слова: Проверьте }';
    expect(issuesOf(/$/, `проверки:\n  - ${check}\n  - ${check}\n`)).toEqual([
      ['проверки → 2 → поле', expect.stringMatching(/уже есть проверка/) as string],
    ]);
  });

  it('names a step that nobody is asked, once', () => {
    const never =
      '{ все: [{ поле: applicantEmail, заполнено: да }, { не: { поле: applicantEmail, заполнено: да } }] }';
    expect(issuesOf('заголовок: Документы', `показать: ${never}\n    заголовок: Документы`)).toEqual([
      ['шаги → 4 → показать', expect.stringMatching(/никогда не спросят/) as string],
    ]);
  });
});
