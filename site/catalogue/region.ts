import * as v from 'valibot';

import type { Region } from '../../widgets/contract/region/schemas.ts';
import {
  list,
  optionalList,
  phoneNumber,
  fieldGroup,
  fileReference,
  nonEmptyText,
  url,
  yesNo,
} from './fields.ts';

/** A latitude or longitude, in degrees. */
const degreesBetween = (least: number, most: number) =>
  v.pipe(v.number('degrees'), v.minValue(least, 'degrees'), v.maxValue(most, 'degrees'));

/** Whether the runtime knows a name of the IANA database: `Asia/Kamchatka`. */
const isTimeZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** The region that the catalogue serves: `content/region.yaml`. */
export const RegionContentSchema = fieldGroup({
  code: ['код', v.pipe(v.string('regionCode'), v.regex(/^\d{2}$/, 'regionCode'))],
  name: ['название', nonEmptyText],
  /** The name in the genitive: «Примерского края». */
  genitive: ['родительный', nonEmptyText],
  /** One word for it: «края», «крае»; «области», «области». */
  short: [
    'коротко',
    fieldGroup({ genitive: ['родительный', nonEmptyText], prepositional: ['предложный', nonEmptyText] }),
  ],
  timeZone: ['часовой пояс', v.pipe(v.string('timeZone'), v.check(isTimeZone, 'timeZone'))],
  centre: [
    'центр',
    fieldGroup({
      name: ['название', nonEmptyText],
      genitive: ['родительный', nonEmptyText],
      latitude: ['широта', degreesBetween(-90, 90)],
      longitude: ['долгота', degreesBetween(-180, 180)],
    }),
  ],
  /** Whom citizens call, what a call costs and when it is answered. */
  contact: [
    'контактный центр',
    fieldGroup({ phone: ['телефон', phoneNumber], notes: ['пояснения', list(nonEmptyText)] }),
  ],
  /** Who answers for the catalogue; the footer names it with its address. */
  operator: ['оператор', v.optional(fileReference('agencies'))],
  federalPortal: ['федеральный портал', url],
  /** The public keys Ed25519 of the portal's receipts, `x` of `GET /v1/receipt-keys`, also former ones. Without them the page asks the portal. */
  receiptKeys: [
    'ключи расписок',
    optionalList(v.pipe(v.string('receiptKey'), v.regex(/^[\w-]{43}$/, 'receiptKey'))),
  ],
  /** Whether editors of the region have checked the content. If not, every page says that it is a demonstration. */
  checked: ['проверено', yesNo],
});
/** The region as its file says. */
export type RegionContent = v.InferOutput<typeof RegionContentSchema>;

/** What the portal and its contract know of the region. */
export const portalRegion = ({ code, name, genitive, timeZone, centre, contact }: RegionContent): Region => ({
  code,
  name,
  genitive,
  timeZone,
  centre: { name: centre.name, genitive: centre.genitive },
  phone: contact.phone,
});
