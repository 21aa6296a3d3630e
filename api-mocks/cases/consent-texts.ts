import { HttpProblem } from '../http/problem.ts';

interface ConsentText {
  /** The day from which this text counts, `YYYY-MM-DD`. */
  version: string;
  title: string;
  text: readonly string[];
}

/**
 * Texts of the consent to the processing of personal data (152-ФЗ, art. 9), newest first. A text that was published is never
 * changed, because people have agreed to it. A new text is added before it.
 */
export const CONSENTS: readonly [ConsentText, ...ConsentText[]] = [
  {
    version: '2026-11-21',
    title: 'Согласие на обработку персональных данных',
    text: [
      'Это учебный портал. Органы власти ваших данных не получат. Пишите сюда только придуманное.',
      'Я разрешаю порталу обрабатывать мои данные: имя, день рождения, СНИЛС, сведения о документах, адреса, телефон, ' +
        'электронную почту, ответы в форме и приложенные файлы.',
      'Зачем: чтобы принять заявление, запись или жалобу, рассмотреть их, ответить мне и показать, где моё дело.',
      'Что портал делает с данными: записывает, хранит, уточняет, передаёт органу, который оказывает услугу, и стирает.',
      'Как долго: пока дело рассматривают и пока я не попрошу стереть данные.',
      'Согласие можно отозвать: нажмите «Стереть мои данные» в личном кабинете. Портал сотрёт всё, что связано с законченными ' +
        'делами, и назовёт те, которые ещё рассматривают.',
    ],
  },
];

/** Throws 422 `invalid` for a version that was never published: nobody can have agreed to it. */
export function refuseUnknownConsent(version: string): void {
  if (!CONSENTS.some((consent) => consent.version === version))
    throw new HttpProblem('invalid', { errors: [{ pointer: '/consent/version', code: 'unknown' }] });
}
