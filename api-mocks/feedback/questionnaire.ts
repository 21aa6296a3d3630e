import type { Questionnaire } from '../../widgets/contract/feedback/schemas.ts';

const YES_NO = [
  { value: 'yes', label: 'Да' },
  { value: 'no', label: 'Нет' },
  { value: 'unsure', label: 'Не знаю' },
];

/**
 * The general questionnaire, «Оценка эффективности предоставления услуг в электронной форме». Whoever changes a question
 * changes the version: answers are stored with the version that they belong to.
 */
export const QUESTIONNAIRE: Questionnaire = {
  version: '2026-11-22',
  title: 'Как вам услуги через интернет?',
  lead: 'Восемь вопросов, две минуты. Имя не нужно. Любой вопрос можно пропустить.',
  questions: [
    {
      type: 'choice',
      name: 'often',
      label: 'Как часто вы получаете услуги через интернет?',
      several: false,
      options: [
        { value: 'first', label: 'Это первый раз' },
        { value: 'seldom', label: 'Раз в год или реже' },
        { value: 'yearly', label: 'Несколько раз в год' },
        { value: 'monthly', label: 'Каждый месяц и чаще' },
      ],
    },
    {
      type: 'choice',
      name: 'where',
      label: 'Откуда вы заходите на портал?',
      several: true,
      options: [
        { value: 'computer', label: 'С домашнего компьютера' },
        { value: 'phone', label: 'С телефона или планшета' },
        { value: 'work', label: 'С работы' },
        { value: 'library', label: 'Из библиотеки, МФЦ или с почты' },
        { value: 'kiosk', label: 'С инфомата' },
      ],
    },
    { type: 'mark', name: 'finding', label: 'Легко ли было найти нужную услугу?' },
    { type: 'mark', name: 'clarity', label: 'Понятно ли, что нужно сделать и какие документы приготовить?' },
    { type: 'mark', name: 'saving', label: 'Сберегает ли это ваше время?' },
    {
      type: 'choice',
      name: 'obstacles',
      label: 'Что мешало?',
      several: true,
      options: [
        { value: 'signIn', label: 'Не получалось войти' },
        { value: 'scans', label: 'Трудно приложить документы' },
        { value: 'words', label: 'Непонятные слова' },
        { value: 'faults', label: 'Портал не работал' },
        { value: 'visit', label: 'Всё равно пришлось прийти лично' },
        { value: 'nothing', label: 'Ничего не мешало' },
      ],
    },
    {
      type: 'choice',
      name: 'advice',
      label: 'Посоветуете знакомым получать услуги через интернет?',
      several: false,
      options: YES_NO,
    },
    { type: 'text', name: 'wish', label: 'Чего вам не хватает?', maxLength: 1000 },
  ],
};
