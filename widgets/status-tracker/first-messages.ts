import type { CaseFieldMessages } from '../fields/case-fields.ts';

/** Texts of the status tracker that are there at its first paint. The rules bring all others, so `offline` says that they did not come. */
export interface Messages extends CaseFieldMessages {
  title: string;
  lead: string;
  find: string;
  /** On the button, while the portal is being asked. */
  reading: string;
  retry: string;
  failures: Record<'offline', (phone: string) => string>;
}

/** Russian texts. */
export const ru: Messages = {
  title: 'Что с заявлением?',
  lead: 'Введите номер и код: их показали, когда приняли заявление или жалобу.',
  number: 'Номер заявления или жалобы',
  numberHint: (example) => `Например, ${example}`,
  code: 'Код',
  codeHint: 'Например, ACEK3-7MPTY. Большие буквы или маленькие, с дефисом или без — всё равно',
  find: 'Узнать',
  reading: 'Узнаём…',
  retry: 'Попробовать ещё раз',
  failures: {
    offline: (phone) =>
      `Портал не отвечает. Проверьте, есть ли интернет, и попробуйте ещё раз. Узнать о заявлении можно и по телефону ${phone}.`,
  },
};
