/** Texts of the list that are there at its first paint. The rest comes with the list, so `offline` says that it did not come. */
export interface Messages {
  title: string;
  /** While the list is being made. */
  reading: string;
  retry: string;
  failures: Record<'offline', (phone: string) => string>;
}

/** Russian texts. */
export const ru: Messages = {
  title: 'Заявления и черновики',
  reading: 'Собираем список…',
  retry: 'Попробовать ещё раз',
  failures: {
    offline: (phone) =>
      `Нет связи с порталом. Проверьте, есть ли интернет. О заявлении скажут и по телефону ${phone}.`,
  },
};
