import { journeySandbox } from '../../journeys/journey-portal.ts';
import { LAST_WORDS, type Journey } from '../journey.ts';
import { sendApplication, type SentApplication } from '../sent-application.ts';

let sent: SentApplication;

/** A service is rated: first with a wrong number, then as it should be. */
export const rating: Journey = {
  name: 'rating',
  page: async () => {
    sent = await sendApplication();
    journeySandbox.moveCase(sent.number, { to: 'ready' });
    return 'rate/';
  },
  async take(citizen) {
    await citizen.hearPage('Завершение загрузки', LAST_WORDS);
    await citizen.tabTo('Номер заявления запись');
    await citizen.type('22');
    await citizen.press('Tab');
    await citizen.hear('Код запись', 'В номере');
    await citizen.press('shift+Tab');
    await citizen.hear('Номер заявления запись', 'неверный ввод', 'В номере');
    await citizen.press('ctrl+a');
    await citizen.type(sent.number);
    await citizen.tabTo('Код запись');
    await citizen.type(sent.code);
    await citizen.tabTo('1, плохо');
    await citizen.hear('панель', '1, плохо', 'радио-кнопка');
    await citizen.press('space');
    await citizen.hear('выбрано');
    await citizen.tabTo('Отправить оценку');
    await citizen.press('Return');
    await citizen.hearTitle('Спасибо! Оценка принята');
  },
};
