import * as v from 'valibot';

import {
  checked,
  choice,
  count,
  day,
  list,
  optionalList,
  record,
  ref,
  roubles,
  text,
  yesNo,
} from './fields.ts';
import { CHANNELS, EVENTS, LEVELS, ONLINE, RECIPIENTS, UNITS } from './service-words.ts';

/** A time limit as data. `value` is absent where it is not known for certain. */
const PeriodSchema = record({
  what: ['что', text],
  value: ['значение', v.optional(count)],
  unit: ['единица', choice(UNITS)],
  from: ['от', choice(EVENTS)],
  note: ['пояснение', v.optional(text)],
  checked,
});

const CostSchema = record({
  what: ['за что', text],
  amount: ['сумма', v.optional(roubles)],
  note: ['пояснение', v.optional(text)],
  payment: ['как оплатить', v.optional(text)],
  checked,
});

/** A document that the applicant brings. */
const BroughtSchema = record({
  title: ['название', text],
  note: ['пояснение', v.optional(text)],
  required: ['обязателен', yesNo],
  presented: [
    'как показать',
    choice({
      now: 'скан или фото сразу',
      visit: 'оригинал при визите',
      both: 'скан сразу и оригинал при визите',
      details: 'только данные в заявлении',
    }),
  ],
});

/** A document that the body requests itself (210-ФЗ, art. 7). */
const RequestedSchema = record({
  title: ['название', text],
  from: ['откуда', text],
  note: ['пояснение', v.optional(text)],
});

const RefusalSchema = record({
  stage: [
    'когда',
    choice({ acceptance: 'при приёме документов', suspension: 'приостановление', decision: 'при решении' }),
  ],
  reason: ['причина', text],
  remedy: ['что делать', text],
});

const WaySchema = record({ channel: ['способ', choice(CHANNELS)], note: ['пояснение', text] });

/** One service: the front matter of `content/services/<slug>.md`. The body of the file is «Как получить», a numbered list of steps. */
export const ServiceSchema = record({
  title: ['название', text],
  short: ['коротко', text],
  lead: ['о чём', text],
  level: ['уровень', choice(LEVELS)],
  agency: ['отвечает', ref('agencies')],
  participants: ['участвуют', optionalList(ref('agencies'))],
  lifeEvents: ['жизненные ситуации', list(ref('life-events'))],
  /** What people type who want this service and do not know its name. */
  searchedAs: ['ищут', list(text)],
  /** Place among the popular services on the home page, from 1; absent for the others. */
  popularity: ['место среди популярных', v.optional(count)],
  online: [
    'онлайн',
    record({
      kind: ['доступно', choice(ONLINE)],
      note: ['пояснение', text],
      /** Minutes that filling in takes. */
      minutes: ['минут на заполнение', v.optional(count)],
    }),
  ],
  result: [
    'результат',
    record({
      short: ['коротко', text],
      note: ['затем', v.optional(text)],
      all: ['что получите', list(text)],
    }),
  ],
  /** The first is the one that decides: from application to answer. */
  periods: ['сроки', list(PeriodSchema)],
  queue: ['очередь и регистрация', list(PeriodSchema)],
  costs: ['стоимость', list(CostSchema)],
  recipients: [
    'получатели',
    list(record({ kind: ['категория', choice(RECIPIENTS)], note: ['кто именно', text] })),
  ],
  grounds: ['основания', list(text)],
  refusals: ['отказы', list(RefusalSchema)],
  documents: [
    'документы',
    record({
      brought: ['приносит заявитель', optionalList(BroughtSchema)],
      requested: ['запрашивает орган', optionalList(RequestedSchema)],
      issued: [
        'выдаёт орган',
        list(record({ title: ['название', text], note: ['пояснение', v.optional(text)] })),
      ],
    }),
  ],
  apply: ['как подать', list(WaySchema)],
  receive: ['как получить результат', list(WaySchema)],
  acts: [
    'правовые акты',
    list(
      record({
        act: ['акт', ref('acts')],
        article: ['статья', v.optional(text)],
        about: ['о чём', text],
        checked,
      }),
    ),
  ],
  control: ['кто контролирует', list(text)],
  appeal: ['обжалование', text],
  rights: ['права заявителя', list(text)],
  duties: ['обязанности органа', list(text)],
  advice: ['советы специалиста', optionalList(text)],
  faq: ['вопросы', list(record({ question: ['вопрос', text], answer: ['ответ', text] }))],
  /** Whether the region's editors have checked the whole card. */
  checked,
  updated: ['обновлено', day],
});
export type Service = v.InferOutput<typeof ServiceSchema>;
export type Period = Service['periods'][number];
export type Cost = Service['costs'][number];
