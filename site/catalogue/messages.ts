// Longer than other modules: texts only, by their keys.
import { closest, distance } from 'fastest-levenshtein';

/** What is wrong with a value, and what to write instead, in Russian. */
export interface IssueText {
  /** «нужно целое число без слов» */
  message: string;
  /** A right value as YAML: `'656049'`; or advice, if no value can be named. */
  example: string;
}

/** Texts by the message keys that have no details: what the field asks for, and an example. */
const PLAIN_TEXTS: Record<string, IssueText> = {
  text: { message: 'нужен текст', example: 'Запись ребёнка в детский сад' },
  position: { message: 'нужна должность', example: 'министр' },
  person: { message: 'пишем должность, а не имя человека', example: 'министр' },
  yesNo: { message: 'ответьте «да» или «нет»', example: 'нет' },
  count: { message: 'нужно целое число без слов', example: '10' },
  roubles: { message: 'нужна сумма в рублях числом', example: '350' },
  day: { message: 'нужна дата: год-месяц-день', example: '2026-11-21' },
  phone: { message: 'телефон пишут с кодом через пробел', example: '8 800 000-00-00' },
  email: { message: 'это не похоже на адрес почты', example: 'priemnaya@example.ru' },
  url: { message: 'адрес сайта начинается с https://', example: 'https://www.gosuslugi.ru' },
  postcode: { message: 'индекс — шесть цифр в кавычках', example: "'656049'" },
  kladr: { message: 'код КЛАДР — 13 цифр в кавычках', example: "'2200000100000'" },
  receiptKey: {
    message: 'ключ расписок — 43 знака: `x` из ответа портала на GET /v1/receipt-keys',
    example: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
  regionCode: { message: 'код региона — две цифры в кавычках', example: "'22'" },
  timeZone: {
    message: 'часовой пояс пишут латиницей, как в базе IANA: часть света и город',
    example: 'Europe/Minsk',
  },
  degrees: { message: 'широта — число от −90 до 90, долгота — от −180 до 180', example: '53.35' },
  expectedResult: {
    message: 'скажите, что должно найтись: «карточка», «страница» или «нет в каталоге: да»',
    example: 'карточка: detskiy-sad',
  },
  slug: {
    message: 'нужно имя файла: латинские буквы, цифры и дефисы, без окончания',
    example: 'detskiy-sad',
  },
  hours: { message: 'часы пишут как в OpenStreetMap', example: 'Mo-Th 09:00-18:00; Fr 09:00-17:00; PH off' },
  fieldName: { message: 'имя поля — латинские буквы и цифры, первая строчная', example: 'childBirthDate' },
  reservedName: {
    message: 'это имя занято: им пользуется сама форма',
    example: 'уточните, чьё или какое: childTitle, consentDate',
  },
  textLength: { message: 'длина ответа — целое число от 1 до 20000', example: '250' },
  years: { message: 'сколько лет — целое число от 1 до 150', example: '8' },
  fileCount: { message: 'число файлов — целое, от 1 до 20', example: '5' },
  options: { message: 'у поля «выбор» нужны хотя бы два варианта', example: 'варианты: [Да, Нет]' },
  sameOption: {
    message: 'такой вариант уже есть',
    example: 'уберите один из двух или назовите их по-разному',
  },
  age: { message: 'возраст — целое число от 0 до 150', example: '14' },
  condition: {
    message:
      'условию нужны поле и слово о нём: равно, одно из, заполнено, раньше, не раньше, позже, не позже, возраст не меньше, возраст не больше',
    example: '{ поле: payout, равно: На почте }',
  },
  conditionDay: { message: 'нужен день, «сегодня» или имя поля с датой', example: 'сегодня' },
  ownField: {
    message: 'условие смотрит на само поле: ответа на него ещё нет',
    example: 'назовите поле, которое спрашивают раньше',
  },
  neverAsked: {
    message: 'этого никогда не спросят: условие не выполнить никакими ответами',
    example: 'проверьте, нет ли в условии двух разных ответов на один вопрос',
  },
  sameCheck: {
    message: 'у этого поля уже есть проверка, а сообщение под полем одно',
    example: 'соедините условия: должно быть: { все: [условие, условие] }',
  },
  sameFieldName: { message: 'два поля с одним именем', example: 'имя: childName и имя: parentName' },
  list: { message: 'нужен список хотя бы из одной строки', example: '- первая строка' },
  record: {
    message: 'нужна группа полей с отступом',
    example: 'адрес:\n  строка: Примерск, пр-кт Ленина, 12',
  },
  gluedHyphen: {
    message: 'после дефиса нет пробела: строка списка — дефис, пробел, текст',
    example: '- Назначить день приёма',
  },
  steps: {
    message: 'после второго «---» нужны шаги нумерованным списком',
    example: '1. **Заполните заявление.** Это займёт 10 минут.',
  },
  body: { message: 'после второго «---» нужен текст страницы', example: 'МФЦ принимает документы…' },
  frontMatter: {
    message: 'файл начинается и отделяет поля от текста строкой «---»',
    example: '---\nназвание: …\n---',
  },
  fileName: { message: 'имя файла — латинские буквы, цифры и дефисы', example: 'detskiy-sad.md' },
  formService: {
    message: 'форма есть, а карточки услуги с таким именем нет',
    example: 'forms/detskiy-sad.yaml и services/detskiy-sad.md',
  },
  noRegion: {
    message: 'нет этого файла: каталог не знает, какому региону служит',
    example: 'скопируйте region.yaml из образца и впишите свой регион',
  },
  encoding: {
    message: 'файл не в UTF-8: вместо русских букв читаются случайные знаки',
    example: 'Блокнот: «Файл» → «Сохранить как» → «Кодировка»: UTF-8; VS Code: «Save with Encoding» → UTF-8',
  },
  noSuchDay: { message: 'такого дня нет в календаре', example: '2026-02-28' },
  futureDay: { message: 'этот день ещё не наступил', example: '2026-11-21' },
  html: {
    message: 'HTML в карточках не пишут: угловые скобки и «&…;» читатель увидит как есть',
    example: 'уберите теги; жирный шрифт в тексте под «---» — **две звёздочки**, знак «<» словами — «меньше»',
  },
  linkInField: {
    message: 'ссылки бывают только в тексте под вторым «---»: здесь читатель увидит скобки',
    example: 'назовите страницу словами: «как подать жалобу — в советах»',
  },
  unsafeAddress: {
    message: 'ссылка ведёт не на страницу: так не пишут',
    example: '[детский сад](/services/detskiy-sad/) или [Госуслуги](https://www.gosuslugi.ru)',
  },
  brokenLink: {
    message: 'ссылка не дописана: текст — в квадратных скобках, сразу за ними адрес в круглых',
    example: '[детский сад](/services/detskiy-sad/)',
  },
  foreignPicture: {
    message: 'картинки с чужих сайтов не показываем: они следят за читателем и пропадают',
    example: '![Как пройти](/img/kak-proyti.png)',
  },
  mobile: {
    message: 'похоже на мобильный номер: он принадлежит человеку и меняется вместе с ним',
    example: 'телефон приёмной, отдела или справочной',
  },
  personInText: {
    message: 'похоже на имя человека: люди меняются, и это персональные данные',
    example: 'должность: «начальник отдела»',
  },
  noPicture: {
    message: 'такой картинки на сайте нет',
    example: '![Как пройти](/img/kak-proyti.png) — файл лежит в site/public/img',
  },
  parentLoop: { message: 'орган подчиняется сам себе', example: 'подчиняется: administratsiya-goroda' },
};

/** Errors in the YAML itself, by the parser's code (https://eemeli.org/yaml/#errors). */
const SYNTAX_ERROR_TEXTS: Record<string, IssueText> = {
  BAD_INDENT: { message: 'сбился отступ', example: 'поля одной группы пишут строго друг под другом' },
  DUPLICATE_KEY: {
    message: 'это поле написано дважды',
    example: 'оставьте одно; а если это новая строка списка, начните её с дефиса',
  },
  MISSING_CHAR: { message: 'не закрыта кавычка или скобка', example: "индекс: '656049'" },
  TAB_AS_INDENT: { message: 'отступ сделан табуляцией', example: 'два пробела' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'сбился отступ, или в тексте лишнее двоеточие',
    example: 'поля одной группы — строго друг под другом; текст с двоеточием — в кавычках',
  },
  MULTIPLE_DOCS: { message: 'строка «---» здесь лишняя', example: 'уберите её' },
  bracket: { message: 'не закрыта скобка', example: 'участвуют: [mfc, mincifry]' },
  MULTILINE_IMPLICIT_KEY: { message: 'после имени поля нет двоеточия', example: 'название: Детский сад' },
};

/**
 * Texts by the message keys that have details after a colon. Each is a function of the details and of the wrong value:
 * `choice:да|нет` with «да!» gives «выберите одно из: да, нет» and the example «да».
 */
const TEXTS_WITH_DETAILS: Record<string, (details: string, value: unknown) => IssueText> = {
  unknown: (details, value) => {
    const names = details.split('|');
    const guess = nearestWord(String(value), names);
    return { message: 'такого поля нет', example: guess ? `может быть, «${guess}»?` : names.join(', ') };
  },
  missing: (key) => {
    const { message, example } = issueTextFor(key);
    return { message: `поле пропущено: ${message}`, example };
  },
  choice: (details, value) => {
    const words = details.split('|');
    const example = nearestWord(String(value), words) ?? words[0] ?? '';
    return { message: `выберите одно из: ${words.join(', ')}`, example };
  },
  ending: (ending, name) => ({
    message: `файлы этой папки оканчиваются на ${ending}`,
    example: `${String(name).replace(/\.[^.]*$/, '') + ending} — под этим именем файл прочтут, под нынешним нет`,
  }),
  noField: (details) => {
    const [name = '', ...names] = details.split('|');
    const guess = nearestWord(name, names);
    return {
      message: `поля «${name}» в этой форме нет`,
      example: guess ? `может быть, «${guess}»?` : 'имя поля, которое спрашивают раньше',
    };
  },
  laterField: (name) => ({
    message: `поле «${name}» спрашивают позже: ответа на него ещё нет`,
    example: 'переставьте вопросы или назовите поле, которое спрашивают раньше',
  }),
  noOption: (details) => {
    const [wrong = '', ...options] = details.split('|');
    const example = nearestWord(wrong, options) ?? options[0] ?? '';
    return { message: `такого варианта у поля нет: «${wrong}»`, example: `равно: ${example}` };
  },
  conditionKind: (details) => {
    const [name = '', kind = ''] = details.split('|');
    return {
      message: `так сравнивают только поля вида «${kind}», а «${name}» другого вида`,
      example: `вид: ${kind}`,
    };
  },
  checkedField: (names) => ({
    message: 'сообщение показывают у поля, о котором говорит условие',
    example: `поле: ${names.split('|')[0] ?? ''}`,
  }),
  otherKind: (details) => {
    const kinds = details.split('|');
    return { message: `это бывает только у вида: ${kinds.join(', ')}`, example: `вид: ${kinds[0] ?? ''}` };
  },
  folder: (collections, file) => {
    const names = collections.split('|');
    const path = String(file).replace(/\.[a-z]+$/i, '');
    const guess = nearestWord(path.split('/')[0] ?? '', names) ?? nearestWord(path, names);
    const example = guess === undefined ? names.join(', ') : `может быть, «${guess}»?`;
    return { message: 'каталог не знает такой папки или такого файла и ничего из него не прочтёт', example };
  },
  alias: (name) => ({
    message: 'значение не начинают со звёздочки: в YAML это ссылка',
    example: `${name} — без звёздочки, а если она нужна, то в кавычках: '*${name}'`,
  }),
  colon: (line) => ({
    message: 'двоеточие с пробелом внутри текста: возьмите весь текст в кавычки',
    example: withQuotes(line),
  }),
  textWithColon: (text) => ({
    message: 'двоеточие с пробелом внутри текста: возьмите весь текст в кавычки',
    example: `'${text}'`,
  }),
  gluedColon: (line) => ({
    message: 'после двоеточия нет пробела',
    example: line.replace(/:\s*/, ': '),
  }),
  quote: (line) => ({ message: 'кавычка открыта, но не закрыта', example: withQuotes(line) }),
  textBehindQuote: (line) => ({
    message: 'кавычки кончились раньше текста: возьмите весь текст в одинарные кавычки',
    example: withQuotes(line),
  }),
  sign: (line) => ({
    message: 'с этого знака значение не начинают: возьмите его в кавычки',
    example: withQuotes(line),
  }),
  comment: (line) => ({
    message: 'всё после « #» пропадёт: для программы это примечание. Возьмите текст в кавычки',
    example: /^[^:]*: +\[/u.test(line) ? `${line.replace(/\s+#.*$/u, '')}]` : withQuotes(line),
  }),
  tooMuch: (most) => ({
    message: `обычно здесь не больше ${most}: нет ли лишнего нуля, та ли единица`,
    example: 'если всё верно, оставьте как есть',
  }),
  noCalendar: (year) => ({
    message: `нет праздников и переносов на ${year} год: сроки посчитают так, будто их нет`,
    example: `скопируйте календарь другого года в calendar/${year}.yaml и впишите дни из постановления`,
  }),
  sameTitle: (file) => ({
    message: `такое же название в content/${file}: читатель их не различит`,
    example: 'назовите по-разному или уберите копию',
  }),
  noPage: (guess) => ({
    message: 'такой страницы в каталоге нет',
    example: guess ? `может быть, ${guess}?` : '/services/detskiy-sad/ — имя файла из content/services',
  }),
  noAnchor: (details, address) => {
    const guess = nearestWord(String(address).replace(/^.*#/u, ''), details.split('|'));
    return {
      message: 'на этой странице нет такого места (оно стоит в адресе после #)',
      example: guess ? `может быть, #${guess}?` : 'уберите # и то, что за ней',
    };
  },
  ref: (file, known) => {
    const guess = nearestWord(
      file.replace(/^.*\/|\.[a-z]+$/gu, ''),
      Array.isArray(known) ? known.map(String) : [],
    );
    return {
      message: `нет файла content/${file}`,
      example: guess ? `может быть, «${guess}»?` : 'проверьте имя или создайте этот файл',
    };
  },
};

/** The text for any other key: the parser of YAML has more codes than those above. */
const OTHER_SYNTAX_ERROR: IssueText = {
  message: 'строку не удалось прочитать',
  example: 'имя поля, двоеточие, пробел, значение',
};

/**
 * The text for a message key of the schemas; `value` is the wrong value.
 *
 * @example issueTextFor('missing:postcode')
 * // { message: 'поле пропущено: индекс — шесть цифр в кавычках', example: "'656049'" }
 */
export function issueTextFor(key: string, value?: unknown): IssueText {
  const [kind, details] = splitKey(key);
  return (
    TEXTS_WITH_DETAILS[kind]?.(details, value) ??
    PLAIN_TEXTS[kind] ??
    SYNTAX_ERROR_TEXTS[kind] ??
    OTHER_SYNTAX_ERROR
  );
}

/** Splits a key from its details: `choice:да|нет` into `choice` and `да|нет`. */
function splitKey(key: string): [string, string] {
  const at = key.indexOf(':');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

/**
 * A line of YAML with its value in single quotes, without the dash of a list.
 *
 * @example withQuotes('- что: "Мой бизнес": заём') // `что: '"Мой бизнес": заём'`
 */
function withQuotes(line: string): string {
  const [, name = '', value = ''] = /^(?:- +)*([^:'"#]+: +)?(.*)$/u.exec(line) ?? [];
  const isUnclosed = (value.match(/["']/gu)?.length ?? 0) === 1;
  const text = isUnclosed ? value.replace(/["']/u, '') : value;
  return `${name}'${text.replaceAll("'", "''")}'`;
}

/**
 * The one of `words` that was probably meant. Gives `undefined` if more than two letters, and more than a third of them, are
 * wrong.
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (!words.length) return undefined;
  const best = closest(word, words);
  return distance(word, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}
