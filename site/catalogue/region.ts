import * as v from 'valibot';

import type { Region } from '../../widgets/contract/region/schemas.ts';
import { list, phone, record, text, url, yesNo } from './fields.ts';

const between = (least: number, most: number) =>
  v.pipe(v.number('degrees'), v.minValue(least, 'degrees'), v.maxValue(most, 'degrees'));

const isTimeZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** The region that the catalogue serves: `content/region.yaml`. */
export const RegionContentSchema = record({
  code: ['код', v.pipe(v.string('regionCode'), v.regex(/^\d{2}$/, 'regionCode'))],
  name: ['название', text],
  genitive: ['родительный', text],
  /** One word for it: «края», «крае»; «области», «области». */
  short: ['коротко', record({ genitive: ['родительный', text], prepositional: ['предложный', text] })],
  timeZone: ['часовой пояс', v.pipe(v.string('timeZone'), v.check(isTimeZone, 'timeZone'))],
  centre: [
    'центр',
    record({
      name: ['название', text],
      genitive: ['родительный', text],
      latitude: ['широта', between(-90, 90)],
      longitude: ['долгота', between(-180, 180)],
    }),
  ],
  /** Whom citizens call, what a call costs and when it is answered. */
  contact: ['контактный центр', record({ phone: ['телефон', phone], notes: ['пояснения', list(text)] })],
  federalPortal: ['федеральный портал', url],
  /** Whether the catalogue is more than a demonstration. */
  checked: ['проверено', yesNo],
});
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
