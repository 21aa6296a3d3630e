/** Kind of a record → its name in results and in the filter «Что показать». The order is that of the index. */
export const RECORD_KINDS = {
  service: 'Услуга',
  agency: 'Орган власти',
  event: 'Жизненная ситуация',
  place: 'Где подать',
  guide: 'Совет',
  municipality: 'Район или город',
  term: 'Слово',
  act: 'Правовой акт',
} as const;
/** A key of `RECORD_KINDS`. */
export type RecordKind = keyof typeof RECORD_KINDS;
