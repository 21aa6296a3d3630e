import type { FindingCode } from './finding.ts';

/** What a sentence for the citizen names. */
interface SentenceFacts {
  /** Tag of the widget. */
  tag: string;
  /** Telephone of the help line, where it is known. */
  phone: string | undefined;
  /** Whether the page has written another way to do it inside the tag. */
  hasFallback: boolean;
}

const NAMES: Partial<Record<string, string>> = {
  'okno-application-form': 'Форма заявления',
  'okno-status-tracker': 'Проверка заявления по номеру',
  'okno-rating-form': 'Форма оценки',
  'okno-complaint-form': 'Форма жалобы',
  'okno-my-applications': 'Список заявок',
  'okno-sign-in': 'Вход',
  'okno-instant-service': 'Ответ сразу',
  'okno-rating-summary': 'Сводка оценок',
  'okno-address-field': 'Поле для адреса',
};

/** Failures that may pass by themselves. All others are there until somebody has changed the page or the catalogue. */
const PASSING: readonly FindingCode[] = [
  'config-status',
  'config-broken',
  'config-unreachable',
  'module-missing',
];

/** Whether another try may help. */
export const mayPass = (code: FindingCode): boolean => PASSING.includes(code);

/** The sentence that a citizen reads in the place of a widget, and what she can do instead. */
export function sentenceFor(code: FindingCode, { tag, phone, hasFallback }: SentenceFacts): string {
  const name = NAMES[tag] ?? 'Этот раздел';
  return `${name} ${reasonOf(code)} ${helpOf(phone, hasFallback)}`;
}

function reasonOf(code: FindingCode): string {
  if (code === 'slow') return 'открывается дольше обычного. Можно ещё немного подождать.';
  if (code === 'site-unknown') return 'на этом сайте пока не работает: портал этого сайта не знает.';
  if (code === 'page-broken')
    return 'здесь не открывается: другая программа на этой странице мешает ей, и ответы могли бы дойти с ошибками.';
  if (code === 'page-broken-late')
    return 'прервалась: другая программа на этой странице мешает ей. Обновите страницу, и она откроется.';
  if (code === 'module-missing' || code === 'config-unreachable')
    return 'не открывается: нет связи. Попробуйте ещё раз чуть позже.';
  return 'сейчас не открывается: на сайте неполадка.';
}

function helpOf(phone: string | undefined, hasFallback: boolean): string {
  if (phone !== undefined) return `Помогут по телефону ${phone}.`;
  return hasFallback ? 'Как обойтись без неё, написано ниже.' : 'Скажите об этом администратору сайта.';
}
