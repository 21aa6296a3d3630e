/** Texts that only some citizens see. They are fetched with the code that shows them. */
export interface ExtraMessages {
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
  remember: string;
  rememberHint: string;
  /** Announced when all remembered addresses are forgotten. */
  forgotten: string;
}

/** Russian texts. */
export const extraMessages: ExtraMessages = {
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
  remember: 'Запомнить адрес на этом устройстве',
  rememberHint: 'На общем компьютере не надо: адрес увидят другие',
  forgotten: 'Адреса забыты',
};
