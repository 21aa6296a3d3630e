/** Texts of the summary that are there at its first paint. */
export interface Messages {
  title: string;
  loading: string;
}

/** Russian texts. */
export const ru: Messages = { title: 'Как оценивают', loading: 'Загружаем оценки…' };
