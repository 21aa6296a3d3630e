import type { FileMessages } from '../fields/field-kind.ts';

const size = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('ru', { style: 'percent' });

/** Russian texts of the file field. */
export const ru: FileMessages = {
  add: 'Выбрать файл или сделать фото',
  addMore: 'Добавить ещё',
  hint: 'Фото (JPEG, PNG) или PDF, до 50 МБ',
  uploading: 'загружается…',
  share: (share) => percent.format(share),
  scanning: 'проверяем файл…',
  done: 'загружен',
  waiting: 'загрузим при отправке',
  remove: 'убрать',
  removeWhat: (name) => `убрать файл ${name}`,
  removed: (name) => `Файл «${name}» убран.`,
  arrived: (name) => `Файл «${name}» загружен.`,
  size: (bytes) =>
    bytes < 1024 * 1024
      ? `${size.format(Math.ceil(bytes / 1024))} КБ`
      : `${size.format(bytes / 1024 / 1024)} МБ`,
  tooLarge: (name) => `«${name}» больше 50 МБ. Сделайте снимок поменьше или сохраните в PDF.`,
  wrongType: (name) => `«${name}» не подходит. Приложите фото или PDF.`,
  unsafe: (name) =>
    `В файле «${name}» нашли вирус. Сфотографируйте документ заново или приложите другой файл.`,
};
