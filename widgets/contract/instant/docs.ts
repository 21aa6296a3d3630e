import type { Shape } from '../openapi/operation.ts';
import { InnSchema } from '../values/formats/inn.ts';
import { InstantAnswerSchema, InstantInputSchema, LicenceSchema, PlateSchema } from './schemas.ts';

/** Shapes of instant requests, with their texts and examples. */
export const INSTANT_SHAPES: Record<string, Shape> = {
  Inn: {
    schema: InnSchema,
    about: 'ИНН человека: двенадцать цифр с верными контрольными суммами; пробелы и дефисы не мешают.',
    openApiSchema: { type: 'string', maxLength: 40, pattern: '^(?:[\\s\\-]*\\d){12}[\\s\\-]*$' },
    example: '220000000070',
  },
  Plate: {
    schema: PlateSchema,
    about:
      'Номер машины: буква, три цифры, две буквы, регион. Русские буквы или похожие латинские, любого размера; пробелы и дефисы не ' +
      'мешают.',
    openApiSchema: { type: 'string', maxLength: 40 },
    example: 'А123ВС22',
  },
  Licence: {
    schema: LicenceSchema,
    about: 'Водительское удостоверение: серия и номер, десять цифр. Пробелы, дефисы и знак № не мешают.',
    openApiSchema: { type: 'string', maxLength: 40, pattern: '^(?:[\\s№\\p{Pd}]*\\d){10}[\\s№\\p{Pd}]*$' },
    example: '2200 000001',
  },
  InstantInput: {
    schema: InstantInputSchema,
    about: 'Что хочет узнать гражданин. Чей счёт и чьи производства, портал знает по входу.',
    fields: {
      kind: 'О чём спрашивают.',
      plate: 'Номер машины.',
      licence: 'Водительское удостоверение: найдутся и штрафы за другие машины.',
      inn: 'ИНН.',
      signature:
        'Одна подпись (CMS, DER в base64), если устройство само сверило её с файлом: тогда файл никуда не уходит.',
      upload: 'id загруженного файла с подписью, если устройство не смогло прочитать её само.',
    },
    example: { kind: 'fines', plate: 'А123ВС22' },
  },
  InstantAnswer: {
    schema: InstantAnswerSchema,
    about: 'Ответ, или то, что он готовится.',
    fields: {
      id: 'Идентификатор запроса: по нему узнают, готов ли ответ.',
      kind: 'О чём спросили.',
      state: 'Готовится или готов.',
      requestedAt: 'Когда спросили.',
      readyAt: 'Когда ответ был готов.',
      note: 'Что нужно знать об ответе.',
      source: 'Кто ответил.',
      result: 'Сам ответ, когда он готов.',
      'result.total': 'Сколько платить всего, в копейках.',
      'result.items': 'Штрафы, налоги или производства.',
      'result.items.order': 'Номер постановления.',
      'result.items.article': 'Статья закона.',
      'result.items.amount': 'Сколько платить, в копейках.',
      'result.items.issuedOn': 'Когда вынесли постановление.',
      'result.items.discountUntilOn': 'До какого дня можно заплатить меньше.',
      'result.items.discounted': 'Сколько платить до этого дня, в копейках.',
      'result.items.payment': 'Как заплатить сразу.',
      'result.items.payment.uin': 'УИН.',
      'result.items.payment.purpose': 'За что платят.',
      'result.items.payment.payee': 'Кому платят.',
      'result.items.tax': 'Какой налог.',
      'result.items.dueOn': 'До какого дня его нужно было заплатить.',
      'result.items.number': 'Номер производства.',
      'result.items.subject': 'О чём оно.',
      'result.items.startedOn': 'Когда началось.',
      'result.items.department': 'Какие приставы его ведут.',
      'result.points': 'Пенсионный коэффициент, в баллах.',
      'result.workYears': 'Стаж, полных лет.',
      'result.countedOn': 'На какой день посчитано.',
      'result.valid': 'Да, если подпись верна.',
      'result.signer': 'Кто подписал.',
      'result.reason': 'Почему подпись не верна.',
    },
    example: {
      id: '5b0f8f43-1f0e-4c53-9a53-3d1a5f3a8f0e',
      kind: 'fines',
      state: 'ready',
      requestedAt: '2026-11-21T05:00:00.000Z',
      readyAt: '2026-11-21T05:00:00.000Z',
      note: 'Ответ выдуман: это учебный портал.',
      source: 'ГИС ГМП',
      result: {
        total: 75_000,
        items: [
          {
            order: '18810122260000000001',
            article: 'КоАП, статья 12.9, часть 2',
            amount: 75_000,
            issuedOn: '2026-11-10',
            discountUntilOn: '2026-12-10',
            discounted: 56_250,
          },
        ],
      },
    },
  },
};
