import * as v from 'valibot';

import {
  checked,
  choiceOf,
  wholeNumber,
  optionalList,
  pastDay,
  fieldGroup,
  fileReference,
  nonEmptyText,
  url,
} from './fields.ts';

/**
 * A life event: `content/life-events/<slug>.md`. The cards of services name their life events; the body advises on the order of
 * the services.
 */
export const LifeEventSchema = fieldGroup({
  title: ['название', nonEmptyText],
  lead: ['о чём', nonEmptyText],
  /** What people type who need it. */
  searchedAs: ['ищут', optionalList(nonEmptyText)],
  /** Its place in the list: pages stand in the order of these numbers. */
  order: ['порядок', wholeNumber],
});

/** A page of the guide: `content/guide/<slug>.md`. */
export const GuideSchema = fieldGroup({
  title: ['название', nonEmptyText],
  lead: ['о чём', nonEmptyText],
  /** What people type who need it. */
  searchedAs: ['ищут', optionalList(nonEmptyText)],
  /** Its place in the list: pages stand in the order of these numbers. */
  order: ['порядок', wholeNumber],
  acts: ['правовые акты', optionalList(fileReference('acts'))],
  checked,
});

/** A term explained: `content/glossary/<slug>.md`; the body is the explanation. */
export const TermSchema = fieldGroup({
  term: ['термин', nonEmptyText],
  /** Other forms and names under which people look for it. */
  aliases: ['другие названия', optionalList(nonEmptyText)],
  /** Terms that explain more of it. */
  see: ['смотрите также', optionalList(fileReference('glossary'))],
});
/** A term as its file says. */
export type Term = v.InferOutput<typeof TermSchema>;

/** A legal act: `content/acts/<slug>.yaml`. */
export const LegalActSchema = fieldGroup({
  title: ['название', nonEmptyText],
  kind: [
    'вид',
    choiceOf({
      federalLaw: 'федеральный закон',
      code: 'кодекс',
      decree: 'постановление Правительства РФ',
      order: 'приказ',
      regionalLaw: 'закон региона',
      regionalDecree: 'акт органа региона',
      municipal: 'муниципальный акт',
    }),
  ],
  number: ['номер', v.optional(nonEmptyText)],
  date: ['дата', v.optional(pastDay)],
  link: ['ссылка', v.optional(url)],
  checked,
});
/** A legal act as its file says. */
export type LegalAct = v.InferOutput<typeof LegalActSchema>;
