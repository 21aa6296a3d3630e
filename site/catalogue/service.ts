// Longer than other modules: one schema, in the order of the card.
import * as v from 'valibot';

import {
  checked,
  choiceOf,
  wholeNumber,
  list,
  optionalList,
  pastDay,
  fieldGroup,
  fileReference,
  roubles,
  nonEmptyText,
  yesNo,
} from './fields.ts';
import {
  CHANNELS,
  INSTANT_ANSWERS,
  PERIOD_START_EVENTS,
  LEVELS,
  ONLINE_KINDS,
  RECIPIENTS,
  SERVICE_PERIOD_UNITS,
} from './service-choices.ts';

/** A time limit: «Ответ» is due 10 working days from the registration. `value` is absent if it is not known for certain. */
const PeriodSchema = fieldGroup({
  title: ['что', nonEmptyText],
  value: ['значение', v.optional(wholeNumber)],
  unit: ['единица', choiceOf(SERVICE_PERIOD_UNITS)],
  startEvent: ['от', choiceOf(PERIOD_START_EVENTS)],
  note: ['пояснение', v.optional(nonEmptyText)],
  checked,
});

/** What a citizen pays for. `amount` is in roubles; 0 is free of charge; absent if it is not known for certain. */
const CostSchema = fieldGroup({
  title: ['за что', nonEmptyText],
  amount: ['сумма', v.optional(roubles)],
  note: ['пояснение', v.optional(nonEmptyText)],
  payment: ['как оплатить', v.optional(nonEmptyText)],
  checked,
});

/** A document that the applicant brings. */
const ApplicantDocumentSchema = fieldGroup({
  title: ['название', nonEmptyText],
  note: ['пояснение', v.optional(nonEmptyText)],
  required: ['обязателен', yesNo],
  presented: [
    'как показать',
    choiceOf({
      now: 'скан или фото сразу',
      visit: 'оригинал при визите',
      both: 'скан сразу и оригинал при визите',
      details: 'только данные в заявлении',
    }),
  ],
});

/** A document that the agency requests itself, and may not demand of the applicant (210-ФЗ, art. 7). */
const AgencyDocumentSchema = fieldGroup({
  title: ['название', nonEmptyText],
  /** Where the agency gets it from: «МВД», «реестр ЗАГС». */
  source: ['откуда', nonEmptyText],
  note: ['пояснение', v.optional(nonEmptyText)],
});

/** Why an application may be refused, and what the applicant can do about it. */
const RefusalReasonSchema = fieldGroup({
  phase: [
    'когда',
    choiceOf({ acceptance: 'при приёме документов', suspension: 'приостановление', decision: 'при решении' }),
  ],
  reason: ['причина', nonEmptyText],
  remedy: ['что делать', nonEmptyText],
});

/** One way to apply, or to receive the result. */
const ChannelSchema = fieldGroup({
  channel: ['способ', choiceOf(CHANNELS)],
  note: ['пояснение', nonEmptyText],
});

/**
 * One service: the front matter of `content/services/<slug>.md`. The body of the file is «Как получить», a numbered list of
 * steps.
 */
export const ServiceSchema = fieldGroup({
  title: ['название', nonEmptyText],
  short: ['коротко', nonEmptyText],
  lead: ['о чём', nonEmptyText],
  level: ['уровень', choiceOf(LEVELS)],
  agency: ['отвечает', fileReference('agencies')],
  /** Other agencies that take part. */
  participants: ['участвуют', optionalList(fileReference('agencies'))],
  lifeEvents: ['жизненные ситуации', list(fileReference('life-events'))],
  /** What people type who want this service and do not know its name. */
  searchedAs: ['ищут', list(nonEmptyText)],
  /** Place among the popular services on the home page, from 1; absent for the others. */
  popularRank: ['место среди популярных', v.optional(wholeNumber)],
  online: [
    'онлайн',
    fieldGroup({
      kind: ['доступно', choiceOf(ONLINE_KINDS)],
      /** What the portal answers on the spot; absent where only the federal portal does. */
      instant: ['что узнать', v.optional(choiceOf(INSTANT_ANSWERS))],
      note: ['пояснение', nonEmptyText],
      /** Minutes that filling in takes. */
      minutes: ['минут на заполнение', v.optional(wholeNumber)],
    }),
  ],
  result: [
    'результат',
    fieldGroup({
      short: ['коротко', nonEmptyText],
      /** What follows the result: «а потом направление в сад». */
      note: ['затем', v.optional(nonEmptyText)],
      items: ['что получите', list(nonEmptyText)],
    }),
  ],
  /** The first one is the period from the application to the answer. */
  periods: ['сроки', list(PeriodSchema)],
  /** How long one waits in a queue, and how soon an application is registered. */
  queue: ['очередь и регистрация', list(PeriodSchema)],
  costs: ['стоимость', list(CostSchema)],
  recipients: [
    'получатели',
    list(fieldGroup({ kind: ['категория', choiceOf(RECIPIENTS)], note: ['кто именно', nonEmptyText] })),
  ],
  /** When one has a right to the service. */
  grounds: ['основания', list(nonEmptyText)],
  refusals: ['отказы', list(RefusalReasonSchema)],
  documents: [
    'документы',
    fieldGroup({
      /** What the applicant brings. */
      brought: ['приносит заявитель', optionalList(ApplicantDocumentSchema)],
      /** What the agency requests from other agencies. */
      requested: ['запрашивает орган', optionalList(AgencyDocumentSchema)],
      /** What the agency gives to the applicant in the end. */
      issued: [
        'выдаёт орган',
        list(
          fieldGroup({ title: ['название', nonEmptyText], note: ['пояснение', v.optional(nonEmptyText)] }),
        ),
      ],
    }),
  ],
  apply: ['как подать', list(ChannelSchema)],
  receive: ['как получить результат', list(ChannelSchema)],
  acts: [
    'правовые акты',
    list(
      fieldGroup({
        act: ['акт', fileReference('acts')],
        article: ['статья', v.optional(nonEmptyText)],
        about: ['о чём', nonEmptyText],
        checked,
      }),
    ),
  ],
  control: ['кто контролирует', list(nonEmptyText)],
  appeal: ['обжалование', nonEmptyText],
  rights: ['права заявителя', list(nonEmptyText)],
  duties: ['обязанности органа', list(nonEmptyText)],
  advice: ['советы специалиста', optionalList(nonEmptyText)],
  faq: ['вопросы', list(fieldGroup({ question: ['вопрос', nonEmptyText], answer: ['ответ', nonEmptyText] }))],
  /** Whether the region's editors have checked the whole card. */
  checked,
  updated: ['обновлено', pastDay],
});
/** A service as its card says: `{ title: …, level: 'municipal', agency: 'mincifry', … }`. */
export type Service = v.InferOutput<typeof ServiceSchema>;
/** One time limit of a service. */
export type ServicePeriod = Service['periods'][number];
/** One thing that a service costs, or that is free. */
export type ServiceCost = Service['costs'][number];
