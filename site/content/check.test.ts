import { describe, expect, it } from 'vitest';

import { checkContent } from './check.ts';
import { FineFiles } from './fine-files.ts';
import { contentFolder, readContentFolder } from './folder.ts';

const CONTENT = readContentFolder(contentFolder());
const CARD = 'services/detskiy-sad.md';

/** A issue planted in a copy of the real content, and where and how it has to be named. */
interface Plant {
  issue: string;
  file: string;
  change: (text: string) => string;
  /** The line with this text, in the changed file; 1 where it is absent. */
  at?: string;
  field: string;
  wrong: RegExp;
  example?: RegExp;
}

const replace = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`Nothing to replace: ${String(from)}`);
  return changed;
};

const PLANTS: Plant[] = [
  {
    issue: 'a missing field',
    file: CARD,
    change: replace(/^коротко: .*\n/m, ''),
    field: 'коротко',
    wrong: /поле пропущено: нужен текст/,
  },
  {
    issue: 'a misspelt field',
    file: CARD,
    change: replace('уровень:', 'уровнь:'),
    at: 'уровнь:',
    field: 'уровнь',
    wrong: /такого поля нет/,
    example: /может быть, «уровень»/,
  },
  {
    issue: 'a word that is not among the choices',
    file: CARD,
    change: replace('единица: рабочие дни', 'единица: рабочих дня'),
    at: 'единица: рабочих дня',
    field: 'сроки → 1 → единица',
    wrong: /выберите одно из: минуты, рабочие дни/,
    example: /рабочие дни/,
  },
  {
    issue: 'a number in words',
    file: CARD,
    change: replace('значение: 10', 'значение: десять'),
    at: 'значение: десять',
    field: 'сроки → 1 → значение',
    wrong: /целое число/,
  },
  {
    issue: 'an empty text',
    file: CARD,
    change: replace(/^название: .*$/m, "название: ' '"),
    at: "название: ' '",
    field: 'название',
    wrong: /нужен текст/,
  },
  {
    issue: 'a reference to an agency that is not there',
    file: CARD,
    change: replace(/^отвечает: .*$/m, 'отвечает: komitet'),
    at: 'отвечает: komitet',
    field: 'отвечает',
    wrong: /нет файла content\/agencies\/komitet\.md/,
  },
  {
    issue: 'neither yes nor no',
    file: CARD,
    change: replace('проверено: нет', 'проверено: не знаю'),
    at: 'проверено: не знаю',
    field: 'сроки → 1 → проверено',
    wrong: /«да» или «нет»/,
  },
  {
    issue: 'a day that does not exist',
    file: CARD,
    change: replace(/^обновлено: .*$/m, "обновлено: '2026-21-11'"),
    at: "обновлено: '2026-21-11'",
    field: 'обновлено',
    wrong: /нужна дата/,
  },
  {
    issue: 'steps that are no numbered list',
    file: CARD,
    change: replace(/^\d\. /gm, '- '),
    field: '',
    wrong: /нумерованным списком/,
  },
  {
    issue: 'broken indentation',
    file: CARD,
    change: replace('  доступно: заявление', ' доступно: заявление'),
    at: ' доступно: заявление',
    field: '',
    wrong: /сбился отступ/,
  },
  {
    issue: 'a field written twice',
    file: CARD,
    change: replace('уровень: муниципальная', 'уровень: муниципальная\nуровень: федеральная'),
    at: 'уровень: федеральная',
    field: '',
    wrong: /дважды/,
  },
  {
    issue: 'an asterisk before a value',
    file: CARD,
    change: replace(/^отвечает: (.*)$/m, 'отвечает: *$1'),
    at: 'отвечает: *',
    field: '',
    wrong: /звёздочки/,
    example: /'\*komitet-obrazovaniya-barnaula'/,
  },
  {
    issue: 'an alias inside of what it names',
    file: CARD,
    change: replace(/^обжалование: .*$/m, 'обжалование: &mfc [*mfc]'),
    at: 'обжалование: &mfc',
    field: '',
    wrong: /звёздочки/,
  },
  {
    issue: 'no line of three hyphens',
    file: CARD,
    change: (text) => text.replaceAll('---\n', ''),
    field: '',
    wrong: /«---»/,
  },
  {
    issue: 'hours in words',
    file: 'agencies/mfc.md',
    change: replace(/время: .*/, 'время: с 9 до 18'),
    at: 'время: с 9 до 18',
    field: 'часы → время',
    wrong: /OpenStreetMap/,
    example: /Mo-Th/,
  },
  {
    issue: 'a telephone without its code',
    file: 'agencies/mincifry.md',
    change: replace(/номер: .*/, 'номер: 100-70-10'),
    at: 'номер: 100-70-10',
    field: 'телефоны → 1 → номер',
    wrong: /телефон/,
    example: /8 800/,
  },
  {
    issue: 'a person’s name instead of a position',
    file: 'agencies/minsotszaschity.md',
    change: replace(/^руководитель: .*$/m, 'руководитель: министр Иванова И. И.'),
    at: 'руководитель: министр',
    field: 'руководитель',
    wrong: /а не имя человека/,
  },
  {
    issue: 'a site without https',
    file: 'agencies/administratsiya-barnaula.md',
    change: replace(/^сайт: .*$/m, 'сайт: barnaul.org'),
    at: 'сайт: barnaul.org',
    field: 'сайт',
    wrong: /https/,
  },
  {
    issue: 'a КЛАДР code that has lost a digit',
    file: 'municipalities/barnaul.yaml',
    change: replace(/кладр: .*/, "кладр: '220000010000'"),
    at: "кладр: '220000010000'",
    field: 'кладр',
    wrong: /13 цифр/,
  },
  {
    issue: 'a choice with one option',
    file: 'forms/detskiy-sad.yaml',
    change: replace(/варианты:\n( {10}- .*\n)+/, 'варианты: [Да]\n'),
    field: 'шаги → 3 → поля → 3',
    wrong: /два варианта/,
  },
  {
    issue: 'two fields of one name',
    file: 'forms/detskiy-sad.yaml',
    change: replace('имя: childFirstName', 'имя: childLastName'),
    at: 'имя: childLastName',
    field: 'шаги → 2 → поля → 2 → имя',
    wrong: /два поля с одним именем/,
  },
  {
    issue: 'a query that leads to no card',
    file: 'search/queries.yaml',
    change: replace('карточка: detskiy-sad', 'карточка: detskij-sad'),
    at: 'карточка: detskij-sad',
    field: '1 → карточка',
    wrong: /нет файла content\/services\/detskij-sad\.md/,
  },
];

describe('the content check', () => {
  it('finds nothing wrong in the content', () => {
    expect(checkContent(CONTENT)).toEqual([]);
  });

  it.each(PLANTS)(
    'names $issue, with file, line, field and example',
    ({ file, change, at, field, wrong, example }) => {
      const text = change(CONTENT.get(file) ?? '');
      const issues = checkContent(new Map(CONTENT).set(file, text)).filter((issue) => issue.file === file);
      const issue = issues.find((one) => one.field === field && wrong.test(one.message));
      expect(issue, JSON.stringify(issues, null, 1)).toBeDefined();
      const lines = text
        .split('\n')
        .flatMap((line, i) => (at === undefined || line.includes(at) ? [i + 1] : []));
      expect(lines).toContain(issue?.line);
      expect(issue?.example).toMatch(example ?? /./);
    },
  );

  it('names a file with a wrong ending, and one with a wrong name', () => {
    const issues = checkContent(
      new Map(CONTENT)
        .set('places/mfc.yml', 'название: МФЦ')
        .set('acts/Закон 210.yaml', CONTENT.get('acts/210-fz.yaml') ?? ''),
    );
    expect(issues.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'acts/Закон 210.yaml: имя файла — латинские буквы, цифры и дефисы',
      'places/mfc.yml: файлы этой папки оканчиваются на .yaml',
    ]);
  });

  it('names a folder that it does not know once, and the one that was probably meant', () => {
    const text = CONTENT.get(CARD) ?? '';
    const files = new Map(CONTENT)
      .set('service/a.md', text)
      .set('service/b.md', text)
      .set('search/quieries.yaml', '')
      .set('news/2026.md', text);
    expect(checkContent(files).map(({ file, example }) => [file, example])).toEqual([
      ['news/2026.md', expect.stringContaining('services, agencies')],
      ['search/quieries.yaml', 'может быть, «search/queries»?'],
      ['service/a.md', 'может быть, «services»?'],
    ]);
  });

  it('finds the same with files that it knows to be fine', () => {
    const fineFiles = new FineFiles();
    expect(checkContent(CONTENT, fineFiles)).toEqual([]);
    const changed = new Map(CONTENT).set('services/kopiya.md', CONTENT.get(CARD) ?? '');
    for (const file of ['agencies/mfc.md', 'guide/account.md', 'glossary/esia.md']) changed.delete(file);
    const kept = new FineFiles(JSON.parse(JSON.stringify(fineFiles)) as ReturnType<FineFiles['toJSON']>);
    const issues = checkContent(changed, kept);
    expect(issues).toEqual(checkContent(changed));
    expect(new Set(issues.map(({ message }) => message.split(/[:/]/)[0])).size).toBeGreaterThan(2);
  });

  it('names region.yaml where it is missing', () => {
    const files = new Map(CONTENT);
    files.delete('region.yaml');
    expect(checkContent(files)).toMatchObject([
      { file: 'region.yaml', line: 1, message: expect.stringMatching(/^нет этого файла/) as string },
    ]);
  });

  it('names all issues of all files at once', () => {
    const broken = new Map(CONTENT);
    for (const { file, change } of PLANTS)
      if (file !== CARD) broken.set(file, change(CONTENT.get(file) ?? ''));
    const files = new Set(checkContent(broken).map(({ file }) => file));
    expect(files.size).toBe(new Set(PLANTS.map(({ file }) => file)).size - 1);
  });
});
