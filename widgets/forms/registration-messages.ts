const weekday = (locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const russian = weekday('ru');
const english = weekday('en-GB');
const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** Says in Russian that something came on a day off, and the day of its registration, `YYYY-MM-DD`. */
export const registeredOnRu = (day: string): string =>
  `Подано в выходной. День регистрации — ${russian.format(utc(day))}: срок считают от него.`;

/** Says the same in English. */
export const registeredOnEn = (day: string): string =>
  `Sent on a day off. The day of registration is ${english.format(utc(day))}: the period runs from it.`;
