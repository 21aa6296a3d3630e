/** Texts of the address field. */
export interface Messages {
  /** Label of a field that has no other. */
  label: string;
  /** Hint of a field in one line that has no other. */
  hint: string;
  /** For screen readers: how to use the list. */
  howTo: string;
  /** Accessible name of the list. */
  list: string;
  /** Error of a required field that is empty. */
  required: string;
  /** Shown when a search takes longer than a moment. */
  busy: string;
  /** The last entry of the list. */
  asItIs: (typed: string) => string;
  /** The last entry below remembered addresses. */
  forget: () => string;
  /** Announced when the list opens. */
  count: (suggestions: number) => string;
  /** Nothing was found. */
  none: string;
  /** The index cannot be fetched. */
  offline: string;
  /** The index cannot be used: it is being replaced, or broken. */
  outdated: string;
  /** Announced after a choice. */
  chosen: (line: string) => string;
  /** Announced after «записать как есть». */
  written: (line: string) => string;
}

const plural = new Intl.PluralRules('ru');
/** Plural form → the word; «подсказок» for all others. */
const SUGGESTIONS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'подсказка', few: 'подсказки' };

/** Russian texts. */
export const ru: Messages = {
  label: 'Адрес',
  hint: 'Начните с любого слова: «барн лен 12»',
  howTo: 'Подсказки выбирайте стрелками вверх и вниз, подтверждайте клавишей Enter.',
  list: 'Подсказки',
  required: 'Введите адрес, например: Примерск, пр-кт Ленина, 12, кв 5.',
  busy: 'Ищем…',
  asItIs: (typed) => `Моего адреса нет — записать как есть: «${typed}»`,
  forget: () => 'Забыть эти адреса',
  count: (suggestions) => `${suggestions} ${SUGGESTIONS[plural.select(suggestions)] ?? 'подсказок'}`,
  none: 'Ничего не найдено, можно записать как есть',
  offline: 'Нет связи: запишите адрес как есть',
  outdated: 'Данные об адресах обновляются: запишите адрес как есть',
  chosen: (line) => `Выбрано: ${line}`,
  written: (line) => `Записано как есть: ${line}`,
};
