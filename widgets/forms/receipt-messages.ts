/** Texts of a receipt that are the same for everything that was sent. */
export interface SavingMessages {
  /** When it was sent, and how long ago that is; without `now`, as on paper, only when. Milliseconds since 1970. */
  sentAt: (at: number, now: number | undefined, timeZone: string) => string;
  agency: string;
  applicant: string;
  whatThen: string;
  /** The ways by which the applicant is told, `email` and `sms`. */
  toldBy: (ways: readonly string[]) => string;
  /** What else happens, in order. */
  then: readonly string[];
  save: string;
  calendar: string;
  /** Title of the day in a calendar, by what was sent; and what is written there, by the number. */
  lastDay: (about: string) => string;
  lastDayText: (number: string) => string;
  signed: string;
  qr: string;
  qrHint: string;
  saveFailed: string;
}

/** «2 часа назад»; «только что» within a minute. */
export function agoIn(language: string, milliseconds: number, justNow: string): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return justNow;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  return minutes < 1440
    ? format.format(-Math.floor(minutes / 60), 'hour')
    : format.format(-Math.floor(minutes / 1440), 'day');
}

const moment = (at: number, timeZone: string) =>
  new Date(at).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short', timeZone });

/** Russian texts. */
export const savingRu: SavingMessages = {
  sentAt: (at, now, timeZone) =>
    `Отправлено${now === undefined ? '' : ` ${agoIn('ru', now - at, 'только что')}`}: ${moment(at, timeZone)}`,
  agency: 'Кто ответит',
  applicant: 'Заявитель',
  whatThen: 'Что дальше',
  toldBy: (ways) =>
    ways.length
      ? `О каждом шаге напишем ${new Intl.ListFormat('ru').format(ways.map((way) => WAYS[way] ?? way))}.`
      : 'Ни почты, ни телефона в заявлении нет: узнавайте, что с ним, по номеру и коду.',
  then: [
    'Документы, которые есть у государства, орган запросит сам. Если чего-то не хватит, спросит вас.',
    'По номеру и коду видно, где заявление: входить для этого не нужно.',
  ],
  save: 'Сохранить',
  calendar: 'Последний день — в календарь',
  lastDay: (about) => `Последний день ответа: ${about}`,
  lastDayText: (number) => `Номер ${number}. Если ответа нет, можно пожаловаться.`,
  signed: 'Расписка с подписью портала',
  qr: 'QR-код расписки',
  qrHint:
    'По нему любой проверит расписку, даже без связи. Кода дела в ней нет: само заявление по ней не открыть.',
  saveFailed: 'Не получилось сохранить. Перепишите номер и код.',
};

const WAYS: Partial<Record<string, string>> = { email: 'на почту', sms: 'в СМС' };
