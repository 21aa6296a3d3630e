/**
 * The number of a case in the fragment of an address, which no server sees; empty where there is none.
 *
 * @example numberInAddress('#22-2026-000001') // '22-2026-000001'
 */
export const numberInAddress = (hash: string): string => /^#(\d{2}-\d{4}-\d{6})$/.exec(hash)?.[1] ?? '';
