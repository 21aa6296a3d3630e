import * as v from 'valibot';

import {
  checked,
  choice,
  email,
  list,
  optionalList,
  phone,
  position,
  postcode,
  record,
  ref,
  text,
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
const AddressSchema = record({
  postcode: ['индекс', v.optional(postcode)],
  line: ['строка', text],
  note: ['как пройти', v.optional(text)],
  checked,
});

const PhoneSchema = record({
  number: ['номер', phone],
  what: ['чей', text],
  checked,
});

const HoursSchema = record({
  value: ['время', openingHours],
  note: ['пояснение', v.optional(text)],
  checked,
});

const contacts = {
  address: ['адрес', AddressSchema],
  phones: ['телефоны', optionalList(PhoneSchema)],
  hours: ['часы', HoursSchema],
} as const;

/** One agency: the front matter of `content/agencies/<slug>.md`. The body of the file tells what the agency does. */
export const AgencySchema = record({
  title: ['название', text],
  short: ['коротко', text],
  kind: ['вид', choice(AGENCY_KINDS)],
  parent: ['подчиняется', v.optional(ref('agencies'))],
  /** The head's position; names of persons are not published. */
  head: ['руководитель', position],
  ...contacts,
  email: ['почта', v.optional(email)],
  site: ['сайт', v.optional(url)],
  branches: ['подразделения', optionalList(record({ title: ['название', text], ...contacts }))],
  complaints: ['куда жаловаться', list(text)],
  checked,
});
export type Agency = v.InferOutput<typeof AgencySchema>;
export type Hours = v.InferOutput<typeof HoursSchema>;

/** One place to apply: `content/places/<slug>.yaml`. */
export const PlaceSchema = record({
  title: ['название', text],
  kind: ['вид', choice(PLACE_KINDS)],
  municipality: ['муниципалитет', ref('municipalities')],
  ...contacts,
  help: ['чем помогут', list(text)],
  stepFree: ['без ступеней', v.optional(yesNo)],
});
export type Place = v.InferOutput<typeof PlaceSchema>;
