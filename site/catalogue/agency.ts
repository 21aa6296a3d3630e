import * as v from 'valibot';

import {
  checked,
  choiceOf,
  emailAddress,
  list,
  optionalList,
  phoneNumber,
  jobTitle,
  postcode,
  fieldGroup,
  fileReference,
  nonEmptyText,
  url,
  yesNo,
} from './fields.ts';
import { openingHours } from './hours.ts';

/** Kinds of agencies, with the words that editors write. */
export const AGENCY_KINDS = {
  regional: 'орган региона',
  municipal: 'орган местного самоуправления',
  federal: 'территориальный орган федеральной власти',
  mfc: 'многофункциональный центр',
} as const;

/** Kinds of places to apply, with the words that editors write. */
export const PLACE_KINDS = {
  mfc: 'МФЦ',
  library: 'библиотека',
  post: 'почта',
  kiosk: 'инфокиоск',
} as const;

/** A postal address as people read it: `line` is «Примерск, пр-кт Ленина, 12». Absent parts are not known for certain. */
const ContactAddressSchema = fieldGroup({
  postcode: ['индекс', v.optional(postcode)],
  line: ['строка', nonEmptyText],
  note: ['как пройти', v.optional(nonEmptyText)],
  checked,
});

/** A telephone, and who answers it: «приёмная». */
const ContactPhoneSchema = fieldGroup({
  number: ['номер', phoneNumber],
  owner: ['чей', nonEmptyText],
  checked,
});

/** Opening hours, and what they do not say: «перерыв 13:00–13:48». */
const ContactHoursSchema = fieldGroup({
  value: ['время', openingHours],
  note: ['пояснение', v.optional(nonEmptyText)],
  checked,
});

/** The fields that agencies, branches and places have in common. */
const contacts = {
  address: ['адрес', ContactAddressSchema],
  phones: ['телефоны', optionalList(ContactPhoneSchema)],
  hours: ['часы', ContactHoursSchema],
} as const;

/** One agency: the front matter of `content/agencies/<slug>.md`. The body of the file says what the agency does. */
export const AgencySchema = fieldGroup({
  title: ['название', nonEmptyText],
  short: ['коротко', nonEmptyText],
  kind: ['вид', choiceOf(AGENCY_KINDS)],
  /** What people call it: «собес». */
  searchedAs: ['ищут', optionalList(nonEmptyText)],
  /** The agency that it answers to. */
  parent: ['подчиняется', v.optional(fileReference('agencies'))],
  /** The head's position; names of persons are not published. */
  head: ['руководитель', jobTitle],
  ...contacts,
  email: ['почта', v.optional(emailAddress)],
  site: ['сайт', v.optional(url)],
  branches: ['подразделения', optionalList(fieldGroup({ title: ['название', nonEmptyText], ...contacts }))],
  /** Where citizens may complain about it: «В суд или прокуратуру». */
  complaints: ['куда жаловаться', list(nonEmptyText)],
  checked,
});
/** An agency as its file says: `{ title: 'Комитет по образованию', kind: 'municipal', … }`. */
export type Agency = v.InferOutput<typeof AgencySchema>;
/** Opening hours of an agency, a branch or a place. */
export type ContactHours = v.InferOutput<typeof ContactHoursSchema>;

/** One place to apply: `content/places/<slug>.yaml`. */
export const PlaceSchema = fieldGroup({
  title: ['название', nonEmptyText],
  kind: ['вид', choiceOf(PLACE_KINDS)],
  municipality: ['муниципалитет', fileReference('municipalities')],
  ...contacts,
  /** What the staff do for visitors. */
  help: ['чем помогут', list(nonEmptyText)],
  /** Whether one gets in without climbing steps. */
  stepFree: ['без ступеней', v.optional(yesNo)],
});
/** A place to apply as its file says: `{ title: 'МФЦ', kind: 'mfc', municipality: 'biysk', … }`. */
export type Place = v.InferOutput<typeof PlaceSchema>;
