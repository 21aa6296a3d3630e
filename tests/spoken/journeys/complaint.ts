import { LAST_WORDS, type Journey } from '../journey.ts';

/** A complaint: first sent empty, then mended from its list of mistakes, with a telephone that is too short. */
export const complaint: Journey = {
  name: 'complaint',
  page: () => 'complain/',
  async take(citizen) {
    await citizen.hearPage('Завершение загрузки Пожаловаться', 'Это бесплатно.', LAST_WORDS);
    await citizen.tabTo('Что случилось?');
    await citizen.hear('Что случилось? панель', 'Заявление долго не регистрируют', 'не выбрано радио-кнопка');
    await citizen.tabTo('Отправить жалобу');
    await citizen.press('Return');
    await citizen.hear('Проверьте ответы: 6', 'Выберите, что случилось.', 'Отметьте согласие');
    await citizen.press('Tab');
    await citizen.hear('Выберите, что случилось. ссылка');
    await citizen.press('Return');
    await citizen.hear('Что случилось? панель', 'радио-кнопка', 'Выберите, что случилось.');
    await citizen.press('space');
    await citizen.hear(
      'выбрано',
      'Черновик хранится на этом устройстве',
      'Ответят в течение 15 рабочих дней',
    );
    await citizen.press('Tab');
    await citizen.hear(
      'На кого жалуетесь',
      'Выберите, на кого жалуетесь.',
      'Орган, который оказывал услугу, или МФЦ.',
    );
    await citizen.press('Down');
    await citizen.hear('Администрация города Барнаула');
    await citizen.tabTo('Расскажите, что произошло запись');
    await citizen.hear(
      'необходимо заполнить',
      'неверный ввод',
      'хватит двух-трёх предложений',
      'Когда, где и что вам ответили.',
    );
    await citizen.type('Номера нет неделю.');
    await citizen.tabTo('Как вас зовут');
    await citizen.hear(
      'Как вас зовут запись',
      'неверный ввод',
      'Напишите, как вас зовут.',
      'Нужны имя и хотя бы что-то одно: почта или телефон.',
      'Фамилия, имя и отчество, если оно есть',
    );
    await citizen.type('Анна Примерова');
    await citizen.tabTo('Телефон запись');
    await citizen.type('8903');
    await citizen.press('Tab');
    await citizen.hear('Даю согласие', 'не отмечено', 'Отметьте согласие', 'Введите телефон с кодом');
    await citizen.press('shift+Tab');
    await citizen.hear('Телефон запись 8903', 'неверный ввод', 'Введите телефон с кодом');
    await citizen.press('ctrl+a');
    await citizen.type('89031234567');
    await citizen.tabTo('Даю согласие');
    await citizen.press('space');
    await citizen.hear('отмечено');
    await citizen.tabTo('Отправить жалобу');
    await citizen.press('Return');
    await citizen.hearTitle('Жалоба принята');
  },
};
