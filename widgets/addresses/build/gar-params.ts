import type { GarRow } from './gar-xml.ts';

export interface GarParams {
  postcode?: string;
  okato?: string;
  oktmo?: string;
  /** КЛАДР code of a place or street with the status, and without. */
  kladr?: string;
  kladrWithoutStatus?: string;
}

/** What a number in AS_PARAM_TYPES means, and what it looks like. */
const PARAMS: Record<string, [field: keyof GarParams, pattern: RegExp] | undefined> = {
  5: ['postcode', /^\d{6}$/],
  6: ['okato', /^\d{11}$/],
  7: ['oktmo', /^(?:\d{8}|\d{11})$/],
  10: ['kladr', /^(?:\d{13}|\d{17})$/],
  11: ['kladrWithoutStatus', /^(?:\d{11}|\d{15})$/],
};

/** Gives what a row of AS_*_PARAMS says to the one it is about, if it still holds. */
export function addGarParam(owners: Map<string, GarParams>, row: GarRow): void {
  const owner = owners.get(row['OBJECTID'] ?? '');
  const [field, pattern] = PARAMS[row['TYPEID'] ?? ''] ?? [];
  const isCurrent = (row['CHANGEIDEND'] ?? '0') === '0';
  const value = row['VALUE'] ?? '';
  if (owner && field && isCurrent && pattern?.test(value)) owner[field] = value;
}
