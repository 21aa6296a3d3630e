import type { Shape } from '../openapi/operation.ts';
import { CaseVisitsSchema, VisitChoiceSchema } from './schemas.ts';

const SLOT_EXAMPLE = { startsAt: '2026-11-23T09:00:00{offset}', endsAt: '2026-11-23T09:20:00{offset}' };

/** Shapes of the visits of a case, with their texts and examples. */
export const VISIT_SHAPES: Record<string, Shape> = {
  CaseVisits: {
    schema: CaseVisitsSchema,
    about: 'Приём по делу: что предложили и что выбрано.',
    fields: {
      offer: 'Предложение прийти. Есть, пока из него можно выбрать.',
      'offer.office': 'Куда прийти.',
      'offer.purpose': 'Зачем.',
      'offer.bring': 'Что взять с собой.',
      'offer.by': 'До какого дня выбрать время, включительно.',
      'offer.slots': 'Время, которое сейчас свободно, сначала ближайшее.',
      chosen: 'Последняя запись по этому делу.',
    },
    example: {
      offer: {
        office: {
          slug: 'komitet-po-obrazovaniyu',
          title: 'Комитет по образованию города {centreGenitive}',
          address: '656000, г. {centre}, пр-кт Примерный, д. 1',
          hours: 'Пн – чт 8:00 – 17:00, перерыв 11:30 – 12:18; пт 8:00 – 16:00',
        },
        purpose: 'Покажите подлинник свидетельства о рождении.',
        bring: ['Паспорт', 'Свидетельство о рождении'],
        by: '2026-11-27',
        slots: [SLOT_EXAMPLE],
      },
    },
  },
  VisitChoice: {
    schema: VisitChoiceSchema,
    about: 'Какое время выбрано.',
    fields: { startsAt: 'Начало приёма: одно из предложенных.' },
    example: { startsAt: SLOT_EXAMPLE.startsAt },
  },
};
