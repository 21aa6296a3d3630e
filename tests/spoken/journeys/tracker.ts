import { journeySandbox } from '../../journeys/journey-portal.ts';
import { LAST_WORDS, type Journey } from '../journey.ts';
import type { Listener } from '../listener.ts';
import { sendApplication, type SentApplication } from '../sent-application.ts';

let sent: SentApplication;

/** An application is looked up: first nothing, then a wrong code, then the right one; its timeline is read, and what is new is said. */
export const tracker: Journey = {
  name: 'tracker',
  page: async () => {
    sent = await sendApplication();
    return 'status/';
  },
  async take(citizen) {
    await citizen.hearPage('Завершение загрузки', LAST_WORDS);
    await citizen.tabTo('Номер заявления или жалобы запись');
    await citizen.hear('Номер заявления или жалобы запись');
    await citizen.press('Return');
    await citizen.hear('Проверьте номер и код: 2', 'Введите номер заявления.', 'Введите код.');
    await citizen.tabTo('Номер заявления или жалобы запись');
    await citizen.hear('Номер заявления или жалобы запись', 'неверный ввод');
    await citizen.type(sent.number);
    await citizen.tabTo('Код запись');
    await citizen.type('AAAAA-AAAAA');
    await citizen.press('Return');
    await citizen.hear('с таким номером и кодом нет');
    await citizen.press('ctrl+a');
    await citizen.type(sent.code);
    await citizen.press('Return');
    await citizen.hear(sent.number);
    await timeline(citizen);
    journeySandbox.moveCase(sent.number, { to: 'ready' });
    await citizen.tabTo('Обновить');
    await citizen.press('Return');
    await citizen.hear('готов');
  },
};

/** Reads on line by line, from the heading of the case: how it stands, what was done, what is to come and until when. */
async function timeline(citizen: Listener): Promise<void> {
  // Keys still write into a field: from now on they read the page.
  await citizen.press('Insert+a');
  await citizen.hear('Режим чтения');
  await citizen.press(...Array.from({ length: 22 }, () => 'Down'));
  await citizen.hear(
    'рабочих дней до ответа',
    'Рассматривает комитет по образованию',
    'не позднее',
    'Список с 5 элементами',
    'Заявление принято',
    'сейчас',
    'Проверка документов',
    'Сведения от других органов',
    'Решение',
    'сообщим здесь',
    'Результат',
    'выход из списка',
    'Если ответа не будет до',
  );
}
