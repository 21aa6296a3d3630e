import { LAST_WORDS, type Journey } from '../journey.ts';

/** A service is searched for, not found by one word, found by another, and its card is read. */
export const search: Journey = {
  name: 'search',
  page: () => 'search/',
  async take(citizen) {
    await citizen.hearPage('Завершение загрузки', LAST_WORDS);
    await citizen.tabTo('Что найти');
    await citizen.hear('Что найти', 'поле со списком');
    await citizen.type('перпендикуляр');
    await citizen.press('Return');
    await citizen.hear('Ничего не найдено по запросу «');
    await citizen.press('ctrl+a');
    await citizen.type('садик');
    await citizen.press('Return');
    await citizen.hear('Найдено: ');
    await citizen.tabTo('Запись ребёнка в детский сад');
    await citizen.hear('Запись ребёнка в детский сад', 'ссылка');
    await citizen.press('Return');
    await citizen.hearPage(
      'Запись ребёнка в детский сад',
      'заголовок уровень 1',
      'Бесплатно',
      'Подать заявление',
      LAST_WORDS,
    );
  },
};
