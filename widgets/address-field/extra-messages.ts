/** What only some citizens see: fetched with what shows it. */
export interface ExtraMessages {
  /** Below the field: the postcode of the house, if it is known; behind it a button. */
  postcode: (digits?: string) => string;
  correct: (digits?: string) => string;
  locality: string;
  street: string;
  house: string;
  block: string;
  flat: string;
  postcodeLabel: string;
  /** Under a postcode that was corrected: the one in the data. */
  postcodeKnown: (digits: string) => string;
  postcodeShort: string;
  remember: string;
  rememberHint: string;
  forgotten: string;
}

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
