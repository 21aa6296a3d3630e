/** Texts that only some citizens see. They are fetched with the code that shows them. */
export interface ExtraMessages {
  /** In an entry: which part is missing in it, by its kind. */
  missing: Record<'district' | 'locality' | 'street' | 'house', string>;
  /** In an entry that was found by its former name. */
  former: (was: string, now: string) => string;
  /** The index lists houses of the street, but not this one. */
  unlisted: (house: string) => string;
  /** Above a list with houses near one that is not listed. */
  nearHouses: (house: string) => string;
  /** In the entry for what was typed, in such a list. */
  asWritten: string;
  /** In an entry: a house that is listed, near one that is not. */
  nearHouse: string;
  /** Before the houses of the register that are near one that is not listed. */
  nearest: string;
  /** Asks what to do with the street after another place was chosen. */
  oldStreet: (street: string) => string;
  keepStreet: string;
  clearStreet: string;
  /** Below the street, in the parts: a place in which the index has no streets. */
  houseFollows: string;
  /** In an entry: a place in which the index has no streets. */
  noStreets: string;
  /** Above a list in which nothing was found within the field's place. */
  onlyWithin: (place: string) => string;
  /** In an entry: what was typed and is not in the index. */
  unknown: (typed: string) => string;
  /** The postcode below the field; without digits, that the index has none. */
  postcode: (digits?: string) => string;
  /** The button beside it. */
  correct: (digits?: string) => string;
  // Labels of the parts.
  locality: string;
  street: string;
  house: string;
  block: string;
  flat: string;
  postcodeLabel: string;
  /** Under a postcode that was corrected: the one of the index. */
  postcodeKnown: (digits: string) => string;
  /** Under a postcode that has not six digits. */
  postcodeShort: string;
  /** Announced, and shown below the field, when an address was taken for what was typed. */
  recognized: (line?: string) => string;
  /** The button that puts back what was typed. */
  undo: string;
  remember: string;
  rememberHint: string;
  /** Announced when all remembered addresses are forgotten. */
  forgotten: string;
}

/** Russian texts. */
export const extraMessages: ExtraMessages = {
  missing: {
    district: 'допишите место',
    locality: 'допишите улицу и дом',
    street: 'допишите дом',
    house: '',
  },
  former: (was, now) => `${was} → ныне ${now}`,
  unlisted: (house) => `дома ${house} в справочнике нет, запишем как вы написали`,
  nearHouses: (house) => `Дома ${house} в справочнике нет. Ниже — ближайшие дома`,
  asWritten: 'запишем как вы написали',
  nearHouse: 'ближайший дом',
  nearest: 'Ближайшие:',
  oldStreet: (street) => `Место другое, а улица прежняя: ${street}.`,
  keepStreet: 'Оставить',
  clearStreet: 'Очистить',
  houseFollows: 'Улиц в справочнике нет, пишите сразу дом',
  noStreets: 'улиц в справочнике нет, допишите дом',
  onlyWithin: (place) => `Форма только для адресов этого места: ${place}`,
  unknown: (typed) => `«${typed}» в справочнике нет — запишем как есть`,
  postcode: (digits) => (digits ? `Индекс ${digits}` : 'Индекс не нашёлся'),
  correct: (digits) => (digits ? 'исправить' : 'указать'),
  locality: 'Город или село',
  street: 'Улица',
  house: 'Дом',
  block: 'Корпус, стр.',
  flat: 'Квартира',
  postcodeLabel: 'Индекс',
  postcodeKnown: (digits) => `По справочнику — ${digits}`,
  postcodeShort: 'В индексе шесть цифр',
  recognized: (line) => (line ? `Адрес найден в справочнике: ${line}` : 'Адрес найден в справочнике'),
  undo: 'Оставить, как я написала',
  remember: 'Запомнить адрес на этом устройстве',
  rememberHint: 'На общем компьютере не надо: адрес увидят другие',
  forgotten: 'Адреса забыты',
};
