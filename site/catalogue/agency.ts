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

export const AGENCY_KINDS = {
  regional: 'орган региона',
  municipal: 'орган местного самоуправления',
  federal: 'территориальный орган федеральной власти',
  mfc: 'многофункциональный центр',
} as const;

export const PLACE_KINDS = {
  mfc: 'МФЦ',
  library: 'библиотека',
  post: 'почта',
  kiosk: 'инфокиоск',
} as const;

/** A postal address as people read it. Absent parts are not known for certain. */
const AddressSchema = fieldGroup({
  postcode: ['индекс', v.optional(postcode)],
  line: ['строка', nonEmptyText],
  note: ['как пройти', v.optional(nonEmptyText)],
  checked,
});

const PhoneSchema = fieldGroup({
  number: ['номер', phoneNumber],
  what: ['чей', nonEmptyText],
  checked,
});

const HoursSchema = fieldGroup({
  value: ['время', openingHours],
  note: ['пояснение', v.optional(nonEmptyText)],
  checked,
});

const contacts = {
  address: ['адрес', AddressSchema],
  phones: ['телефоны', optionalList(PhoneSchema)],
  hours: ['часы', HoursSchema],
} as const;

/** One agency: the front matter of `content/agencies/<slug>.md`. The body of the file tells what the agency does. */
export const AgencySchema = fieldGroup({
  title: ['название', nonEmptyText],
  short: ['коротко', nonEmptyText],
  kind: ['вид', choiceOf(AGENCY_KINDS)],
  parent: ['подчиняется', v.optional(fileReference('agencies'))],
  /** The head's position; names of persons are not published. */
  head: ['руководитель', jobTitle],
  ...contacts,
  email: ['почта', v.optional(emailAddress)],
  site: ['сайт', v.optional(url)],
  branches: ['подразделения', optionalList(fieldGroup({ title: ['название', nonEmptyText], ...contacts }))],
  complaints: ['куда жаловаться', list(nonEmptyText)],
  checked,
});
export type Agency = v.InferOutput<typeof AgencySchema>;
export type ContactHours = v.InferOutput<typeof HoursSchema>;

/** One place to apply: `content/places/<slug>.yaml`. */
export const PlaceSchema = fieldGroup({
  title: ['название', nonEmptyText],
  kind: ['вид', choiceOf(PLACE_KINDS)],
  municipality: ['муниципалитет', fileReference('municipalities')],
  ...contacts,
  help: ['чем помогут', list(nonEmptyText)],
  stepFree: ['без ступеней', v.optional(yesNo)],
});
export type Place = v.InferOutput<typeof PlaceSchema>;
