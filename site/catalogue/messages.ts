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
  regionCode: { message: 'код региона — две цифры в кавычках', example: "'22'" },
  timeZone: {
    message: 'часовой пояс пишут латиницей, как в базе IANA: часть света и город',
    example: 'Europe/Minsk',
  },
  degrees: { message: 'широта — число от −90 до 90, долгота — от −180 до 180', example: '53.35' },
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
  sameFieldName: { message: 'два поля с одним именем', example: 'имя: childName и имя: parentName' },
  list: { message: 'нужен список хотя бы из одной строки', example: '- первая строка' },
  record: {
    message: 'нужна группа полей с отступом',
    example: 'адрес:\n  строка: Примерск, пр-кт Ленина, 12',
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
  parentLoop: { message: 'орган подчиняется сам себе', example: 'подчиняется: administratsiya-goroda' },
};

/** Errors in the YAML itself, by the parser's code (https://eemeli.org/yaml/#errors). */
const SYNTAX_ERROR_TEXTS: Record<string, IssueText> = {
  BAD_INDENT: { message: 'сбился отступ', example: 'поля одной группы пишут строго друг под другом' },
  DUPLICATE_KEY: { message: 'это поле написано дважды', example: 'оставьте одно' },
  MISSING_CHAR: { message: 'не закрыта кавычка или скобка', example: "индекс: '656049'" },
  TAB_AS_INDENT: { message: 'отступ сделан табуляцией', example: 'два пробела' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'сбился отступ, или в тексте лишнее двоеточие',
    example: 'поля одной группы — строго друг под другом; текст с двоеточием — в кавычках',
  },
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
    example: String(name).replace(/\.[^.]*$/, '') + ending,
  }),
  otherKind: (details) => {
    const kinds = details.split('|');
    return { message: `это бывает только у вида: ${kinds.join(', ')}`, example: `вид: ${kinds[0] ?? ''}` };
  },
  folder: (collections, file) => {
    const names = collections.split('|');
    const path = String(file).replace(/\.[a-z]+$/, '');
    const guess = nearestWord(path.split('/')[0] ?? '', names) ?? nearestWord(path, names);
    const example = guess === undefined ? names.join(', ') : `может быть, «${guess}»?`;
    return { message: 'каталог не знает такой папки или такого файла и ничего из него не прочтёт', example };
  },
  alias: (name) => ({
    message: 'значение не начинают со звёздочки: в YAML это ссылка',
    example: `${name} — без звёздочки, а если она нужна, то в кавычках: '*${name}'`,
  }),
  ref: (file) => ({ message: `нет файла content/${file}`, example: 'проверьте имя или создайте этот файл' }),
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
 * The one of `words` that was probably meant. Gives `undefined` if more than two letters, and more than a third of them, are
 * wrong.
 */
function nearestWord(word: string, words: readonly string[]): string | undefined {
  const best = closest(word, words);
  return distance(word, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}
