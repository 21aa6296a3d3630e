/** Parameter of a path or query → what it means, in Russian. A name means the same in every operation. */
export const PARAMETER_DESCRIPTIONS: Record<string, string> = {
  number: 'Номер дела.',
  message: 'Какое письмо: его id.',
  file: 'Какой файл: его id.',
  after: 'Что пришло в `next` прошлого ответа: с этого места список продолжится.',
  id: 'Идентификатор.',
  slug: 'Короткое имя: из него состоит адрес в каталоге.',
  office: 'Короткое имя ведомства.',
  uin: 'УИН счёта.',
  from: 'С какого дня искать. Без него — с сегодняшнего.',
  days: 'За сколько дней, от 1 до 31.',
  limit: 'Сколько записей прислать самое большее.',
};
