import { AGENCY_KINDS, type Agency } from './agency.ts';
import type { RegionContent } from './region.ts';
import type { Service } from './service.ts';

/** Texts for the choices of the content, where citizens read them: `online.kind` `'full'` is «Полностью онлайн». */

/** Levels as they stand before «услуга». */
export const LEVEL_TITLES: Record<Service['level'], string> = {
  federal: 'Федеральная услуга',
  regional: 'Региональная услуга',
  municipal: 'Муниципальная услуга',
};

/** How far one gets without leaving home, as a fact of the card and as an option of a filter. */
export const ONLINE_TITLES: Record<Service['online']['kind'], string> = {
  full: 'Полностью онлайн',
  application: 'Заявление — онлайн',
  instant: 'Ответ сразу',
  none: 'Только лично',
};

/** How a document is presented. */
export const PRESENTATION_TITLES: Record<Service['documents']['brought'][number]['presented'], string> = {
  now: 'скан или фото',
  visit: 'оригинал при визите',
  both: 'скан или фото сразу, оригинал при визите',
  details: 'нести не нужно — только данные в заявлении',
};

/** When an application may be refused, as headings of the reasons. */
export const REFUSAL_PHASE_TITLES: Record<Service['refusals'][number]['phase'], string> = {
  acceptance: 'Не примут документы',
  suspension: 'Приостановят',
  decision: 'Откажут в услуге',
};

/** Ways to hand in an application, and to receive the result. */
export const CHANNEL_TITLES: Record<Service['apply'][number]['channel'], string> = {
  portal: 'На портале',
  office: 'В органе власти',
  mfc: 'В МФЦ',
  post: 'Почтой',
  library: 'В точке доступа в библиотеке',
  bank: 'На счёт в банке',
};

/** What an agency is, for a region by its short name: «орган края», «многофункциональный центр». */
export const agencyKindTitle = (kind: Agency['kind'], { short }: Pick<RegionContent, 'short'>): string =>
  kind === 'regional' ? `орган ${short.genitive}` : AGENCY_KINDS[kind];

/** Kinds of agencies, as headings of their list in a region. */
export const agencyGroupTitles = ({
  short,
}: Pick<RegionContent, 'short'>): Record<Agency['kind'], string> => ({
  regional: `Органы власти ${short.genitive}`,
  municipal: 'Органы местного самоуправления',
  federal: `Федеральные органы в ${short.prepositional}`,
  mfc: 'Многофункциональный центр',
});

/** Municipalities, as headings of their list. */
export const MUNICIPALITY_GROUP_TITLES = { cities: 'Города', districts: 'Районы и округа' } as const;
