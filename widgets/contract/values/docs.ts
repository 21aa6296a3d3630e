import type { Shape } from '../openapi/operation.ts';
import { CASE_CODE_SIGNS, CaseCodeSchema } from '../case-code/schemas.ts';
import {
  AddressSchema,
  CaseNumberSchema,
  GivenDaySchema,
  DaySchema,
  EmailSchema,
  InstantSchema,
  PhoneSchema,
  SnilsSchema,
} from './schemas.ts';

/** What may be typed for a character of a case code. */
const TYPED_SIGNS = `${CASE_CODE_SIGNS}${CASE_CODE_SIGNS.toLowerCase()}АСЕНКМРТХУЗЧБасенкмртхузчб`;

/** Values that many shapes hold. */
export const VALUE_SHAPES: Record<string, Shape> = {
  Instant: {
    schema: InstantSchema,
    about: 'Мгновение: дата и время со смещением от всемирного.',
    example: '2026-11-21T05:00:00.000Z',
  },
  Day: { schema: DaySchema, about: 'День по календарю региона.', example: '2026-12-04' },
  GivenDay: {
    schema: GivenDaySchema,
    about:
      'День, который назвал гражданин: такой должен быть в календаре, и не раньше 1900 года. Портал понимает и «6.5.2024», и «6 мая 2024 г.».',
    openApiSchema: { type: 'string', maxLength: 60 },
    example: '2024-05-06',
  },
  Snils: {
    schema: SnilsSchema,
    about: 'СНИЛС: одиннадцать цифр с верной контрольной суммой; пробелы и дефисы не мешают.',
    openApiSchema: { type: 'string', maxLength: 40, pattern: '^(?:[\\s\\-]*\\d){11}[\\s\\-]*$' },
    example: '112-233-445 95',
  },
  Phone: {
    schema: PhoneSchema,
    about:
      'Телефон: российский — десять цифр, перед ними 8, 7, +7 или ничего; иностранный — с плюсом и кодом страны (E.164). Номер на 8 800 не годится: ' +
      'на него не придёт СМС.',
    openApiSchema: { type: 'string', maxLength: 60 },
    example: '+79031234567',
  },
  Email: {
    schema: EmailSchema,
    about: 'Адрес электронной почты. Домен можно писать и по-русски; портал хранит его в ASCII (Punycode).',
    openApiSchema: { type: 'string', maxLength: 400 },
    example: 'anna@example.ru',
  },
  CaseNumber: {
    schema: CaseNumberSchema,
    about: 'Номер заявления или жалобы: регион, год и номер по порядку. Пробелы, дефисы и знак № не мешают.',
    openApiSchema: { type: 'string', maxLength: 40, pattern: '^(?:[\\s№\\p{Pd}]*\\d){12}[\\s№\\p{Pd}]*$' },
    example: '{regionCode}-2026-000001',
  },
  CaseCode: {
    schema: CaseCodeSchema,
    about:
      'Код, который открывает дело без входа: десять знаков, которые не спутать, по пять. Пробелы, дефисы, маленькие буквы и русские буквы ' +
      'того же вида не мешают. Коды из восьми цифр, выданные раньше, действуют.',
    openApiSchema: {
      type: 'string',
      maxLength: 40,
      pattern: `^(?:(?:[\\s\\p{Pd}]*\\d){8}|(?:[\\s\\p{Pd}]*[${TYPED_SIGNS}]){10})[\\s\\p{Pd}]*$`,
    },
    example: 'ACEK37MPTY',
  },
  Address: {
    schema: AddressSchema,
    about: 'Адрес: выбран из справочника (КЛАДР, ГАР) или записан вручную.',
    fields: {
      line: 'Весь адрес одной строкой, как его читают люди.',
      kladr: 'Код КЛАДР: 13 цифр у населённого пункта, 17 у улицы.',
      fias: 'GUID того же места или улицы в ГАР (ФИАС).',
      okato: 'Код ОКАТО, 11 цифр.',
      oktmo: 'Код ОКТМО, 11 цифр.',
      postcode: 'Почтовый индекс.',
      house: 'Дом, с корпусом и строением.',
      flat: 'Квартира или комната.',
      manual: 'Да, если адрес записан вручную, а не выбран из списка.',
    },
    example: {
      line: '656049, {region}, г. {centre}, пр-кт Ленина, д. 12',
      kladr: '{regionCode}000001000041700',
      okato: '01401367000',
      house: '12',
      manual: false,
    },
  },
};
