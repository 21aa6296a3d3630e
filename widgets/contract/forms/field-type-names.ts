import type { FieldType, TextFormatName } from './schemas.ts';

/**
 * Type of a field → its name in content files, for editors: «вид: снилс». A `paragraph` is a `text` of several lines; the others
 * that are no type are texts of this format.
 */
export const FIELD_TYPE_NAMES = {
  text: 'строка',
  paragraph: 'текст',
  name: 'имя',
  account: 'счёт',
  bank: 'банк',
  date: 'дата',
  choice: 'выбор',
  snils: 'снилс',
  phone: 'телефон',
  email: 'почта',
  address: 'адрес',
  file: 'файл',
  inn: 'инн',
  companyInn: 'инн организации',
  ogrn: 'огрн',
  ogrnip: 'огрнип',
  kpp: 'кпп',
  bik: 'бик',
  passport: 'паспорт',
  passportUnit: 'код подразделения',
  foreignPassport: 'загранпаспорт',
  birthCertificate: 'свидетельство о рождении',
  omsPolicy: 'полис омс',
  driverLicence: 'водительское удостоверение',
  plate: 'номер машины',
  vin: 'vin',
  sts: 'стс',
  cadastralNumber: 'кадастровый номер',
  money: 'сумма',
  area: 'площадь',
  number: 'число',
  share: 'доля',
  month: 'месяц',
  time: 'время',
} as const satisfies Record<FieldType | 'paragraph' | TextFormatName, string>;
