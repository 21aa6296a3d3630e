/** All that the address field says. */
export interface Messages {
  label: string;
  hint: string;
  /** Said before the list is used for the first time. */
  howTo: string;
  list: string;
  required: string;
  /** While suggestions are on their way for longer than a moment. */
  busy: string;
  /** The last entry of the list. */
  asItIs: (typed: string) => string;
  /** The last entry below remembered addresses. */
  forget: () => string;
  /** Below a suggestion: what is still missing in it. */
  missing: Record<'district' | 'locality' | 'street' | 'house', string>;
  /** Below a suggestion that was found by its former name. */
  former: (was: string, now: string) => string;
  /** The data do not list the house. */
  unlisted: string;
  count: (suggestions: number) => string;
  none: string;
  offline: string;
  outdated: string;
  chosen: (line: string) => string;
  written: (line: string) => string;
}

const plural = new Intl.PluralRules('ru');
const SUGGESTIONS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'подсказка', few: 'подсказки' };

export const ru: Messages = {
  label: 'Адрес',
  hint: 'Начните с любого слова: «барн лен 12»',
  howTo: 'Подсказки выбирайте стрелками вверх и вниз, подтверждайте клавишей Enter.',
  list: 'Подсказки',
  required: 'Введите адрес, например: Примерск, пр-кт Ленина, 12, кв 5',
  busy: 'Ищем…',
  asItIs: (typed) => `Моего адреса нет — записать как есть: «${typed}»`,
  forget: () => 'Забыть эти адреса',
  missing: {
    district: 'допишите место',
    locality: 'допишите улицу и дом',
    street: 'допишите дом',
    house: '',
  },
  former: (was, now) => `${was} → ныне ${now}`,
  unlisted: 'дома нет в справочнике, запишем как вы написали',
  count: (suggestions) => `${suggestions} ${SUGGESTIONS[plural.select(suggestions)] ?? 'подсказок'}`,
  none: 'Ничего не найдено, можно записать как есть',
  offline: 'Нет связи: запишите адрес как есть',
  outdated: 'Данные об адресах обновляются: запишите адрес как есть',
  chosen: (line) => `Выбрано: ${line}`,
  written: (line) => `Записано как есть: ${line}`,
};
