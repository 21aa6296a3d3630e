import { LAST_WORDS, type Journey } from '../journey.ts';
import type { Listener } from '../listener.ts';

/** A whole application: errors, a date, an address by КЛАДР, the step for files, review, receipt. */
export const application: Journey = {
  name: 'application',
  page: () => 'services/detskiy-sad/apply/',
  async take(citizen) {
    await citizen.hearPage('О вас', 'заголовок уровень 2', LAST_WORDS);
    await aboutHerself(citizen);
    await aboutTheChild(citizen);
    await address(citizen);
    await documents(citizen);
    await review(citizen);
  },
};

async function aboutHerself(citizen: Listener): Promise<void> {
  await citizen.tabTo('Фамилия запись');
  await citizen.hear('Фамилия запись', 'необходимо заполнить');
  await citizen.tabTo('Дальше: о ребёнке');
  await citizen.press('Return');
  await citizen.hear(
    'Проверьте ответы: 4',
    'Заполните поле «Фамилия».',
    'Заполните поле «Имя».',
    'Введите телефон',
    'Введите адрес почты.',
  );
  await citizen.tabTo('Фамилия запись');
  await citizen.hear('Фамилия запись', 'неверный ввод', 'Заполните поле «Фамилия».');
  await citizen.type('Примерова');
  await citizen.tabTo('Имя запись');
  await citizen.type('Анна');
  await citizen.tabTo('СНИЛС');
  await citizen.hear('необязательно запись', '11 цифр, например', 'Если СНИЛС у вас нет');
  await citizen.type('11223344596');
  await citizen.press('Tab');
  await citizen.hear(
    'Телефон запись',
    'неверный ввод',
    'Введите телефон, например',
    'На него придёт СМС об ответе',
    'Две последние цифры СНИЛС не подходят',
  );
  await citizen.type('89031234567');
  await citizen.press('shift+Tab');
  await citizen.hear('запись 11223344596', 'неверный ввод', 'Две последние цифры СНИЛС', '11 цифр, например');
  await citizen.press('ctrl+a');
  await citizen.type('112-233-445 95');
  await citizen.tabTo('Электронная почта');
  await citizen.type('anna@example.ru');
  await citizen.tabTo('Дальше: о ребёнке');
  await citizen.press('Return');
  await citizen.hear('О ребёнке заголовок');
}

async function aboutTheChild(citizen: Listener): Promise<void> {
  await citizen.tabTo('Фамилия ребёнка');
  await citizen.type('Примеров');
  await citizen.tabTo('Имя ребёнка');
  await citizen.type('Пётр');
  await citizen.tabTo('Дата рождения');
  await citizen.hear('Дата рождения ребёнка запись', 'необходимо заполнить');
  await citizen.type('31.02.2024');
  await citizen.press('Tab');
  await citizen.hear(
    'необязательно запись',
    'Если не помните, оставьте пустым',
    '31 февраля 2024 года нет в календаре.',
  );
  await citizen.press('shift+Tab');
  await citizen.hear(
    'Дата рождения ребёнка запись 31.02.2024',
    'неверный ввод',
    '31 февраля 2024 года нет в календаре.',
  );
  await citizen.press('ctrl+a');
  await citizen.type('01.02.2024');
  await citizen.tabTo('Дальше: адрес');
  await citizen.press('Return');
  await citizen.hear('Адрес и детский сад заголовок');
}

async function address(citizen: Listener): Promise<void> {
  await citizen.tabTo('Адрес, где живёт ребёнок');
  await citizen.hear('Адрес, где живёт ребёнок', 'Начните с города и улицы');
  await citizen.type('барн лен 12');
  await citizen.hear('2 подсказки');
  await citizen.press('Down');
  await citizen.hear('Барнаул, пр-кт Ленина, 12');
  await citizen.press('Return');
  await citizen.hear('Выбрано: Барнаул, пр-кт Ленина, 12');
  await citizen.tabTo('С какого дня нужен детский сад');
  await citizen.hear('С какого дня нужен детский сад', 'Обычно группы набирают к 1 сентября');
  await citizen.type('01.09.2027');
  await citizen.tabTo('Какая группа нужна');
  await citizen.hear(
    'Какая группа нужна панель',
    'Общеразвивающая',
    'радио-кнопка',
    'Не знаете — выберите общеразвивающую',
  );
  await citizen.press('space');
  await citizen.hear('выбрано');
  await citizen.tabTo('Дальше: документы');
  await citizen.press('Return');
  await citizen.hear('Документы заголовок');
}

/** A file that is not taken, one that is, and one that she takes back. */
async function documents(citizen: Listener): Promise<void> {
  await citizen.tabTo('Выбрать файл');
  await citizen.hear('Документ о праве на льготу', 'Выбрать файл', 'Если семье положено место', 'до 50 МБ');
  await citizen.attachFile('virus.sh', '#!/bin/sh');
  await citizen.hear('«virus.sh» не подходит');
  await citizen.attachFile('spravka.pdf', '%PDF-1.4\n%%EOF\n');
  await citizen.hear('Файл «spravka.pdf» загружен.');
  await citizen.tabTo('убрать файл spravka.pdf', 'shift+Tab');
  await citizen.press('Return');
  await citizen.hear('Файл «spravka.pdf» убран.');
  await citizen.tabTo('Дальше: проверка');
  await citizen.press('Return');
  await citizen.hear('Проверка заголовок');
}

async function review(citizen: Listener): Promise<void> {
  await citizen.tabTo('Даю согласие');
  await citizen.hear('Согласие панель', 'Даю согласие', 'не отмечено');
  await citizen.press('space');
  await citizen.hear('отмечено');
  await citizen.tabTo('Подать заявление');
  await citizen.press('Return');
  await citizen.hearTitle('Заявление принято');
}
