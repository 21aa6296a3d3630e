/** Texts of a draft that goes to another device. */
export interface HandOverMessages {
  /** The buttons of the two devices. */
  start: string;
  haveCode: string;
  making: string;
  title: string;
  how: string;
  /** Until when the code is good, in milliseconds since 1970. */
  until: (time: number, timeZone: string) => string;
  qr: string;
  code: string;
  take: string;
  wrong: string;
  failed: string;
  /** The draft of the other device is here now. */
  taken: string;
  close: string;
}

/** Russian texts. */
export const handOverRu: HandOverMessages = {
  start: 'Продолжить на другом устройстве',
  haveCode: 'У меня есть код с другого устройства',
  making: 'Шифруем черновик…',
  title: 'Откройте на другом устройстве',
  how: 'Наведите камеру на QR-код. Или откройте там эту же форму, нажмите «У меня есть код с другого устройства» и введите:',
  until: (time, timeZone) =>
    `Код действует до ${new Date(time).toLocaleTimeString('ru', { timeStyle: 'short', timeZone })}, один раз. Без него черновик не прочтёт никто, портал тоже.`,
  qr: 'QR-код черновика',
  code: 'Код с другого устройства, например 7KHP-40XT-9MAC',
  take: 'Забрать черновик',
  wrong:
    'По этому коду черновика нет: в нём ошибка, его уже использовали или прошло 15 минут. Проверьте код или сделайте новый.',
  failed: 'Не получилось. Проверьте, есть ли связь, и попробуйте ещё раз.',
  taken: 'Черновик с другого устройства здесь. Можно продолжать.',
  close: 'Закрыть',
};
