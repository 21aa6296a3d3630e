/** Texts of an application that is being sent, waits for a connection, or whose answer was lost. */
export interface SendingMessages {
  /** The steps of sending, in order. */
  checked: string;
  files: (done: number, all: number) => string;
  asked: string;
  /** The button that goes back to the answers while it is being sent. */
  leave: string;
  /** There is no connection; `isKept` where the device keeps the draft, here and below. */
  noConnection: (isKept: boolean) => string;
  /** The button of who wants it to be sent later. */
  queue: string;
  /** It waits for a connection. */
  queued: string;
  queuedHint: (isKept: boolean) => string;
  sendNow: string;
  change: string;
  /** The answer of the portal was lost. */
  checking: string;
  checkingHint: (phone: string, isKept: boolean) => string;
  checkNow: string;
}

/** Russian texts. */
export const sendingRu: SendingMessages = {
  checked: 'Ответы проверены',
  files: (done, all) => `Файлы: на портале ${done} из ${all}`,
  asked: 'Заявление: ждём номер от портала',
  leave: 'Вернуться к ответам',
  noConnection: (isKept) =>
    isKept
      ? 'Нет связи. Заявление не отправлено, всё написанное сохранено на этом устройстве.'
      : 'Нет связи. Заявление не отправлено. Не закрывайте страницу: здесь черновик не сохраняется.',
  queue: 'Отправить, когда появится связь',
  queued: 'Отправим, когда появится связь',
  queuedHint: (isKept) =>
    isKept
      ? 'Заявление на этом устройстве, портал его ещё не получил. Страницу можно закрыть: отправим, когда вы снова её откроете.'
      : 'Портал заявление ещё не получил. Не закрывайте страницу: здесь оно не сохраняется.',
  sendNow: 'Отправить сейчас',
  change: 'Изменить ответы',
  checking: 'Может быть, заявление уже дошло: проверяем',
  checkingHint: (phone, isKept) =>
    `Портал не ответил. Спрашиваем снова, пока не ответит; второго заявления не появится. ${isKept ? 'Страницу можно закрыть: спросим, когда вы снова её откроете.' : 'Не закрывайте страницу: здесь заявление не сохраняется.'} Помогут и по телефону ${phone}.`,
  checkNow: 'Проверить сейчас',
};
