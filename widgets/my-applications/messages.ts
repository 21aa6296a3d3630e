// Longer than other modules: words only, which belong together.
import type { Need, NeedKind, State } from '../contract/applications/schemas.ts';
import type { Failure } from '../portal/errors.ts';
import { ru as firstRu, type Messages as FirstMessages } from './first-messages.ts';
import type { Group } from './rows.ts';

/** Texts of one thing that the citizen has to do: what it is, and the button. */
interface NeedMessages {
  what: (need: Need, timeZone: string) => string;
  button: string;
}

/** All texts of the list. */
export interface Messages extends FirstMessages {
  /** What the list has, for who has signed in, for who has not, and on a computer of others. */
  lead: Record<'signedIn' | 'signedOut' | 'shared', string>;
  signIn: string;
  /** The session is over; what only the portal knew is not shown any more. */
  sessionOver: string;
  signInFailed: string;
  failures: Record<Failure, (phone: string) => string>;
  empty: string;
  emptyHint: string;
  byNumber: string;
  /** Accessible name of the filters. */
  filters: string;
  groups: Record<Group | 'all', string>;
  search: string;
  nothingFound: string;
  showAll: string;
  /** The badge of a row: a word for what the row is. */
  badges: Record<'waiting' | 'draft' | 'going' | 'late' | 'ready' | 'refused' | 'withdrawn' | 'over', string>;
  /** `other` is a need that a newer portal has. */
  needs: Record<NeedKind | 'other', NeedMessages>;
  states: Record<State, string>;
  /** A state of a newer portal that has no name. */
  moved: string;
  /** A case of which the portal has not told anything yet, and one that it does not know. */
  unasked: string;
  unknown: string;
  draftHint: string;
  portalDraftHint: string;
  /** The last day of the answer, from `YYYY-MM-DD`. */
  answerBy: (day: string) => string;
  answerWasDue: (day: string) => string;
  canComplain: string;
  /** A service whose title is not known. */
  untitled: string;
  complaint: string;
  numbered: (number: string) => string;
  /** When it was sent or changed, in milliseconds since 1970, by the clock of the region. */
  sentOn: (at: number, timeZone: string) => string;
  changedOn: (at: number, timeZone: string) => string;
  /** When the portal has said so: shown while it does not answer. */
  asOf: (at: number, timeZone: string) => string;
  refreshed: (at: number, timeZone: string) => string;
  /** The portal has not been asked: there is nothing of which it knows. */
  onDevice: string;
  refresh: string;
  resume: string;
  more: string;
  rename: string;
  repeat: string;
  withdraw: string;
  remove: string;
  name: string;
  nameHint: string;
  save: string;
  cancel: string;
  askWithdrawal: string;
  confirmWithdrawal: string;
  keep: string;
  cannotWithdraw: string;
  removed: (title: string) => string;
  undo: string;
}

const dayMonth = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const day = (iso: string) => dayMonth.format(new Date(`${iso}T00:00:00Z`));
const at = (time: number, timeZone: string, hasClock = false) =>
  new Intl.DateTimeFormat('ru', {
    day: 'numeric',
    month: 'long',
    ...(hasClock && { hour: '2-digit', minute: '2-digit' }),
    timeZone,
  }).format(time);
/** The last day to do something. */
const until = (by: string | undefined) => (by === undefined ? '' : ` Успейте до ${day(by)}.`);
const clock = (time: number, timeZone: string) =>
  new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', timeZone }).format(time);

/** Russian texts. */
export const ru: Messages = {
  ...firstRu,
  lead: {
    signedIn: 'Всё, что вы подали на портале, и то, что начали на этом устройстве.',
    signedOut: 'Здесь то, что вы подали или начали на этом устройстве.',
    shared: 'Вы отметили, что компьютер чужой: на нём ничего не хранится.',
  },
  signIn: 'Войти и увидеть все заявки',
  sessionOver:
    'Вы вышли, или вход закончился. Заявки с портала скрыты, остались только те, что с этого устройства.',
  signInFailed: 'Войти не получилось. Разрешите сайту всплывающие окна; его адрес должен начинаться с https.',
  failures: {
    ...firstRu.failures,
    tooMany: (phone) => `Слишком много запросов подряд. Обновите через минуту или позвоните: ${phone}.`,
    fault: (phone) => `На портале ошибка, заявки на месте. Обновите позже или позвоните: ${phone}.`,
  },
  empty: 'Пока здесь пусто',
  emptyHint: 'Начнёте заполнять заявление — оно появится здесь само.',
  byNumber: 'Найти заявление по номеру и коду',
  filters: 'Какие показать',
  groups: { all: 'Все', waiting: 'Ждут вас', drafts: 'Черновики', going: 'В работе', done: 'Завершены' },
  search: 'Найти по номеру, названию или услуге',
  nothingFound: 'Такого в списке нет.',
  showAll: 'Показать все',
  badges: {
    waiting: 'Ждёт вас',
    draft: 'Черновик',
    going: 'В работе',
    late: 'Срок прошёл',
    ready: 'Готово',
    refused: 'Отказ',
    withdrawn: 'Отозвано',
    over: 'Завершено',
  },
  needs: {
    answer: {
      what: ({ by }) => `Вам задали вопрос.${until(by)}`,
      button: 'Ответить',
    },
    pay: { what: ({ by }) => `Выставили счёт.${until(by)}`, button: 'Оплатить' },
    'choose-time': {
      what: ({ by }) => `Предложили время, когда прийти.${until(by)}`,
      button: 'Выбрать время',
    },
    come: {
      what: ({ at: time }, timeZone) =>
        time ? `Вас ждут ${at(Date.parse(time), timeZone, true)}.` : 'Вас ждут на приёме.',
      button: 'Что взять и куда прийти',
    },
    mend: {
      what: () => 'Отказали. Причину можно исправить и подать снова.',
      button: 'Посмотреть и исправить',
    },
    other: { what: ({ by }) => `От вас нужен ещё один шаг.${until(by)}`, button: 'Посмотреть' },
  },
  states: {
    registered: 'Заявление принято.',
    checked: 'Документы в порядке.',
    requested: 'Запросили сведения у других органов.',
    asked: 'Вам задали вопрос.',
    decided: 'Решение принято, готовят результат.',
    ready: 'Результат готов.',
    refused: 'Отказали, вы уже подали снова.',
    withdrawn: 'Вы отозвали это заявление.',
  },
  moved: 'Дело продвинулось.',
  unasked: 'Отправлено. Что с ним, узнаем, когда будет связь.',
  unknown: 'Портал не нашёл его: срок хранения прошёл или код не подходит.',
  draftHint: 'Не отправлено. Ответы сохранены на этом устройстве.',
  portalDraftHint: 'Не отправлено. Ответы сохранены на портале.',
  answerBy: (iso) => `Ответят не позднее ${day(iso)}.`,
  answerWasDue: (iso) => `Ответить должны были до ${day(iso)}.`,
  canComplain: 'Можно пожаловаться.',
  untitled: 'Заявление',
  complaint: 'Жалоба',
  numbered: (number) => `№ ${number}`,
  sentOn: (time, timeZone) => `от ${at(time, timeZone)}`,
  changedOn: (time, timeZone) => `изменён ${at(time, timeZone, true)}`,
  asOf: (time, timeZone) => `Так было ${at(time, timeZone, true)}.`,
  refreshed: (time, timeZone) => `Обновлено в ${clock(time, timeZone)}`,
  onDevice: 'Это сохранено на этом устройстве',
  refresh: 'Обновить',
  resume: 'Продолжить',
  more: 'Ещё',
  rename: 'Назвать по-своему',
  repeat: 'Подать ещё одно такое',
  withdraw: 'Отозвать',
  remove: 'Убрать с этого устройства',
  name: 'Как назвать',
  nameHint: 'Например: детский сад, Маша. Видите только вы, на этом устройстве',
  save: 'Сохранить',
  cancel: 'Отмена',
  askWithdrawal: 'Отозвать заявление? Вернуть его нельзя, но можно подать новое.',
  confirmWithdrawal: 'Да, отозвать',
  keep: 'Не отзывать',
  cannotWithdraw: 'Отозвать не получилось: по заявлению уже есть решение.',
  removed: (title) => `Убрали с этого устройства: ${title}.`,
  undo: 'Вернуть',
};
