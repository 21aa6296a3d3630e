import type { SignInOutcome } from '../portal/sign-in-popup.ts';

/** Who is signed in, and as whom. */
export interface Person {
  firstName: string;
  middleName?: string | undefined;
  lastName: string;
  /** The organization for which she acts. */
  organization?: { name: string; position?: string | undefined } | undefined;
}

/** What has happened, where the citizen has to know. */
export type SignInNotice =
  | Exclude<SignInOutcome, 'signedIn' | 'leaving'>
  | 'failed'
  | 'expired'
  | 'unconfirmed'
  | 'signedOut'
  | 'erased';

/** Texts of the sign-in. */
export interface Messages {
  /** Accessible name of the widget. */
  title: string;
  signedOut: string;
  lead: string;
  signIn: string;
  signingIn: string;
  /** Somebody is signed in, and her name is not known yet. */
  signedIn: string;
  name: (person: Person) => string;
  /** In whose name she acts. */
  asWhom: (person: Person) => string;
  signOut: string;
  notices: Record<SignInNotice, string>;
  /** What has stayed on this device after signing out: drafts and receipts. */
  leftovers: (count: number) => string;
  erase: string;
  confirmErasing: string;
  keep: string;
}

/** Russian texts. */
export const ru: Messages = {
  title: 'Вход',
  signedOut: 'Вы не вошли',
  lead: 'Войдите, и увидите все свои заявки, а формы заполнятся сами.',
  signIn: 'Войти через Госуслуги',
  signingIn: 'Ждём, пока вы войдёте…',
  signedIn: 'Вы вошли',
  name: ({ firstName, middleName, lastName }) => [firstName, middleName, lastName].filter(Boolean).join(' '),
  asWhom: ({ organization }) =>
    organization
      ? `Действуете от имени: ${[organization.name, organization.position].filter(Boolean).join(', ')}`
      : 'Действуете от своего имени',
  signOut: 'Выйти',
  notices: {
    signInUnfinished:
      'Окно входа закрылось раньше, чем вы вошли. Нажмите ещё раз: тогда вход откроется на этой же странице.',
    signInBlocked:
      'Браузер не даёт открыть окно входа. Разрешите всплывающие окна для этого сайта и нажмите ещё раз.',
    signInInsecure:
      'На этой странице войти нельзя: она открыта без защиты. Проверьте, что адрес начинается с https.',
    failed: 'Войти не получилось: портал не отвечает. Попробуйте чуть позже.',
    expired: 'Вход закончился. Войдите снова: всё, что вы набрали, на месте.',
    unconfirmed:
      'На этой странице вы вышли, но портал не ответил. Если компьютер чужой, закройте все окна браузера.',
    signedOut: 'Вы вышли.',
    erased: 'Вы вышли. На этом устройстве ничего не осталось.',
  },
  leftovers: (count) => `Черновики и заявления на этом устройстве остались: ${count}.`,
  erase: 'Стереть с этого устройства',
  confirmErasing: 'Да, стереть: вернуть нельзя',
  keep: 'Оставить',
};
