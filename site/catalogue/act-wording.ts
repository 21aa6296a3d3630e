import type { LegalAct } from './text-page.ts';
import { dayInWords } from './wording.ts';

/** How a citation begins, by the kind of the act. */
const ACT_KIND_WORDS: Record<LegalAct['kind'], string> = {
  federalLaw: 'Федеральный закон',
  code: '',
  decree: 'Постановление Правительства РФ',
  order: 'Приказ',
  regionalLaw: 'Закон',
  regionalDecree: 'Постановление',
  municipal: 'Муниципальный правовой акт',
};

/**
 * An act as it is cited: kind, region, issuer, date, number, title. A code (`кодекс`) is cited by its title only. `region` is the
 * name of the region in the genitive; it stands in laws of the region only.
 *
 * @example
 * actInWords({ kind: 'order', number: '5', date: '2024-03-01', title: 'Об отходах (Минприроды)' }, 'области')
 * // 'Приказ Минприроды от 1 марта 2024 г. № 5 «Об отходах»'
 */
export function actInWords({ kind, number, date, title }: LegalAct, region: string): string {
  if (kind === 'code') return title;
  // A title, and perhaps its issuer in brackets at the end: «Об отходах (Правительство региона)».
  const [, name = title, issuer] = /^(.*?)(?: \(([^()]+)\))?$/su.exec(title) ?? [];
  const quoted = `«${name.replaceAll('«', '„').replaceAll('»', '“')}»`;
  return [
    ACT_KIND_WORDS[kind],
    kind === 'regionalLaw' && region,
    issuer,
    date && `от ${dayInWords(date)}`,
    number && `№ ${number}`,
    quoted,
  ]
    .filter(Boolean)
    .join(' ');
}
