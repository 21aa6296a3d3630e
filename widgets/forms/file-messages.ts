import type { FileMessages } from '../fields/field-kind.ts';

const number = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });
const MB = 1024 * 1024;

/** Russian texts of the file field. */
export const ru: FileMessages = {
  add: 'Выбрать файл или сделать фото',
  addMore: 'Добавить ещё',
  hint: 'Фото или PDF, до 50 МБ. Файлы можно и перетащить сюда или вставить',
  preparing: 'готовим снимок…',
  waiting: 'ждёт очереди',
  uploading: 'загружается',
  scanning: 'проверяем файл…',
  done: 'загружен',
  paused: 'остановлен',
  resting: 'нет связи, загрузим сами, когда она появится',
  held: 'большой файл, а связь слабая или вы бережёте трафик',
  progress: (sent, all, seconds) =>
    `${number.format(sent / MB)} из ${number.format(all / MB)} МБ${
      seconds
        ? `, осталось ${seconds < 60 ? 'меньше минуты' : `${number.format(Math.round(seconds / 60))} мин`}`
        : ''
    }`,
  pause: 'остановить',
  pauseWhat: (name) => `остановить загрузку файла ${name}`,
  goOn: 'загрузить',
  goOnWhat: (name) => `загрузить файл ${name} сейчас`,
  remove: 'убрать',
  removeWhat: (name) => `убрать файл ${name}`,
  removed: (name) => `Файл «${name}» убран.`,
  arrived: (name) => `Файл «${name}» загружен.`,
  size: (bytes) =>
    bytes < MB ? `${number.format(Math.ceil(bytes / 1024))} КБ` : `${number.format(bytes / MB)} МБ`,
  tooLarge: (name) => `«${name}» больше 50 МБ. Сделайте снимок поменьше или сохраните в PDF.`,
  wrongType: (name) => `«${name}» не подходит. Приложите фото или PDF.`,
  empty: (name) => `Файл «${name}» пустой. Сохраните документ заново или сфотографируйте его.`,
  broken: (name) => `Снимок «${name}» обрывается: файл записан не до конца. Сфотографируйте документ заново.`,
  locked: (name) => `Файл «${name}» закрыт паролем. Сохраните его без пароля или сфотографируйте документ.`,
  unreadable: (name) =>
    `Снимок «${name}» этот браузер открыть не может. Уберите его и приложите снимок в JPEG или сфотографируйте документ прямо здесь.`,
  unsafe: (name) =>
    `В файле «${name}» нашли вирус. Уберите его, сфотографируйте документ заново или приложите другой файл.`,
  changed: (name) =>
    `Файл «${name}» не читается: его изменили или удалили на устройстве. Уберите его и выберите ещё раз.`,
  twice: (name) => `Файл «${name}» уже приложен.`,
  tooMany: (name, most) => `Файлов может быть не больше ${most}. «${name}» не приложен.`,
  warnings: {
    empty: 'На снимке ничего не видно. Если так и должно быть, оставьте.',
    dark: 'Снимок тёмный. Если всё читается, оставьте.',
    blurred: 'Снимок, похоже, размыт. Если всё читается, оставьте.',
  },
  photo: 'Сфотографировать',
  turn: 'повернуть',
  turnWhat: (name) => `повернуть ${name} направо`,
  look: 'посмотреть',
  lookWhat: (name) => `посмотреть ${name} крупно`,
  close: 'Закрыть',
  earlier: 'выше',
  earlierWhat: (name) => `поставить ${name} выше`,
  later: 'ниже',
  laterWhat: (name) => `поставить ${name} ниже`,
  moved: (name, place, all) => `Файл «${name}» теперь ${place}-й из ${all}.`,
  turned: (name) => `Снимок «${name}» повёрнут.`,
  onTheWay: 'Ещё не загрузились файлы. Отправить можно уже сейчас: мы их дождёмся.',
};
