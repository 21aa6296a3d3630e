import * as v from 'valibot';

import { checked, choice, count, day, optionalList, record, ref, text, url } from './fields.ts';

/** A life event: `content/life-events/<slug>.md`. Which services belong to it, the services say; the body advises on their order. */
export const LifeEventSchema = record({
  title: ['название', text],
  lead: ['о чём', text],
  order: ['порядок', count],
});

/** A page of the guide: `content/guide/<slug>.md`. */
export const GuideSchema = record({
  title: ['название', text],
  lead: ['о чём', text],
  order: ['порядок', count],
  acts: ['правовые акты', optionalList(ref('acts'))],
  checked,
});

/** A term explained: `content/glossary/<slug>.md`; the body is the explanation. */
export const TermSchema = record({
  term: ['термин', text],
  /** Other forms and names under which people look for it. */
  aliases: ['другие названия', optionalList(text)],
  see: ['смотрите также', optionalList(ref('glossary'))],
});
export type Term = v.InferOutput<typeof TermSchema>;

/** A legal act: `content/acts/<slug>.yaml`. */
export const ActSchema = record({
  title: ['название', text],
  kind: [
    'вид',
    choice({
      federalLaw: 'федеральный закон',
      code: 'кодекс',
      decree: 'постановление Правительства РФ',
      order: 'приказ',
      regionalLaw: 'закон региона',
      regionalDecree: 'акт органа региона',
      municipal: 'муниципальный акт',
    }),
  ],
  number: ['номер', v.optional(text)],
  date: ['дата', v.optional(day)],
  link: ['ссылка', v.optional(url)],
  checked,
});
export type Act = v.InferOutput<typeof ActSchema>;
