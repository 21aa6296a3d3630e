import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import type { NoticeKind } from '../../widgets/contract/notices/schemas.ts';
import type { Channel } from '../../widgets/contract/step-ups/schemas.ts';
import { cataloguePage, type CatalogueUrlContext, type PortalUrlContext } from '../http/http-server.ts';
import { DEMO_CITIZENS } from '../sign-in/citizens.ts';
import { dateInWords } from '../store/region-clock.ts';
import { contactsOf } from './contacts.ts';
import { noticePreferencesOf } from './notice-preferences.ts';
import { addToOutbox, type OutboxContext } from './outbox.ts';
import { unsubscribeUrl } from './unsubscribe-token.ts';

/** What notifying somebody needs. Letters lead to the catalogue, and to the portal's own page where one unsubscribes. */
export type NoticeContext = OutboxContext & CatalogueUrlContext & PortalUrlContext;

/**
 * Says in a sentence what has happened: the subject of the e-mail, and the start of the text. `number` is that of the application
 * or complaint. A scan ends within seconds, while the page is open: it needs no notice.
 */
const EVENT_HEADLINES: Record<EventKind, ((number: string) => string) | undefined> = {
  applicationChanged: (number) => `По заявлению ${number} есть новости`,
  messageReceived: (number) => `По заявлению ${number} вам написали`,
  invoiceIssued: (number) => `По заявлению ${number} пришёл счёт`,
  invoicePaid: (number) => `Счёт по заявлению ${number} оплачен`,
  appointmentChanged: () => 'Запись на приём изменилась',
  complaintChanged: (number) => `По жалобе ${number} есть новости`,
  instantReady: () => 'Ответ на ваш запрос готов',
  uploadScanned: undefined,
};

/** The same for kinds of notices; `news` has the sentence of its event. Each ends with what there is to do, if anything. */
const NOTICE_HEADLINES: Record<Exclude<NoticeKind, 'news'>, (number: string) => string> = {
  registered: (number) => `Заявление ${number} принято`,
  question: (number) => `По заявлению ${number} вам задали вопрос: ответьте на него`,
  invoice: (number) => `По заявлению ${number} пришёл счёт: его нужно оплатить`,
  visit: (number) => `По заявлению ${number} вас приглашают прийти: выберите время`,
  refusal: (number) => `По заявлению ${number} отказали: посмотрите, что исправить`,
  result: (number) => `Результат по заявлению ${number} готов`,
  overdue: (number) => `Ответ по заявлению ${number} опаздывает: можно пожаловаться`,
};

/** What has to be done by the last day that a notice names: by the applicant or, in the other notices, by the agency. */
const DEADLINE_WORDS: Partial<Record<NoticeKind, string>> = {
  question: 'Ответьте',
  invoice: 'Оплатите',
  visit: 'Выберите время',
  overdue: 'Ответить должны были',
};

/**
 * Names the last day; nothing without one.
 *
 * @example deadlineSentence({ notice: 'question', by: '2026-12-04', … }) // ' Ответьте не позднее 4 декабря 2026 г.'
 */
const deadlineSentence = ({ notice, by }: NewNotice) =>
  by === undefined ? '' : ` ${DEADLINE_WORDS[notice] ?? 'Ответят'} не позднее ${dateInWords(by)}`;

/** Says that something came on a day off, and the day of its registration; nothing where it did not. */
export const registrationSentence = ({ registeredOn }: { registeredOn?: string | undefined }): string =>
  registeredOn === undefined ? '' : ` Подано в выходной, день регистрации — ${dateInWords(registeredOn)}`;

/** What has happened, to whom, and which case or other thing it is about. */
interface NewNotice {
  citizen: string | null;
  kind: EventKind;
  subject: string;
  notice: NoticeKind;
  /** The last day, `YYYY-MM-DD`. */
  by?: string | undefined;
  /** With `registered`: the day of registration, where it came on a day off. */
  registeredOn?: string | undefined;
}

/**
 * Notifies somebody of an event in the ways that she has chosen: a citizen, or who has applied without signing in and has left an
 * address. The texts have no personal data but her first name, and never the code of a case.
 */
export function sendNotices(context: NoticeContext, event: NewNotice): void {
  const { citizen, kind, subject: about, notice } = event;
  const writeHeadline = notice === 'news' ? EVENT_HEADLINES[kind] : NOTICE_HEADLINES[notice];
  if (!writeHeadline) return;
  const headline = writeHeadline(about);
  const { quietAtNight, ...chosen } = noticePreferencesOf(context, { number: about, citizen });
  const page = pageAbout(context, event);
  const sentences = `${headline}.${registrationSentence(event)}${deadlineSentence(event)}`;
  for (const [channel, to] of Object.entries(contactsOf(context, { number: about, citizen })) as [
    Channel,
    string,
  ][]) {
    if (!chosen[channel].includes(notice)) continue;
    const letter =
      channel === 'sms'
        ? { text: `${sentences} ${page}` }
        : { subject: headline, text: emailText(context, event, `${sentences}\n\n${page}`) };
    addToOutbox(context, { citizen, quietAtNight }, { channel, to, ...letter });
  }
}

/**
 * The page that shows where an application or complaint stands. The number is in the fragment, which browsers send to no server; the
 * code is never in an address.
 */
export const statusUrl = (context: CatalogueUrlContext, number: string): string =>
  cataloguePage(context, `status/#${number}`);

/** The page that shows what an event is about. */
function pageAbout(context: NoticeContext, { kind, subject }: NewNotice): string {
  const isCase = kind !== 'instantReady' && kind !== 'appointmentChanged';
  return isCase ? statusUrl(context, subject) : cataloguePage(context, 'my/');
}

function emailText(context: NoticeContext, { citizen, subject }: NewNotice, body: string): string {
  const firstName = DEMO_CITIZENS.find(({ id }) => id === citizen)?.profile.firstName;
  const greeting = firstName === undefined ? 'Здравствуйте!' : `Здравствуйте, ${firstName}!`;
  const unsubscribe = unsubscribeUrl(context, { number: subject, citizen }, 'email');
  return `${greeting}\n\n${body}\n\nПисьмо отправил портал услуг. Отвечать на него не нужно.\nНе получать таких писем: ${unsubscribe}`;
}
