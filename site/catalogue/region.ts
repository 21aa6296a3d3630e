import * as v from 'valibot';

import { checked, phone, record, ref, text, url } from './fields.ts';

/** Degrees. */
const latitude = v.pipe(v.number('degrees'), v.minValue(-90, 'degrees'), v.maxValue(90, 'degrees'));
const longitude = v.pipe(v.number('degrees'), v.minValue(-180, 'degrees'), v.maxValue(180, 'degrees'));

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
  prepositional: ['предложный', text],
  /** One word for it in the genitive: «края», «области», «республики». */
  short: ['коротко', text],
  timeZone: ['часовой пояс', v.pipe(v.string('timeZone'), v.check(isTimeZone, 'timeZone'))],
  centre: [
    'центр',
    record({ name: ['название', text], latitude: ['широта', latitude], longitude: ['долгота', longitude] }),
  ],
  contact: ['контактный центр', record({ phone: ['телефон', phone], note: ['пояснение', text] })],
  portals: ['порталы', record({ federal: ['федеральный', url], regional: ['региональный', url] })],
  /** The agency that runs the portal. */
  operator: ['оператор', ref('agencies')],
  checked,
});
export type RegionContent = v.InferOutput<typeof RegionContentSchema>;
