import type { GarRow } from './gar-xml.ts';

/** Codes of an object or house of ГАР, from AS_…_PARAMS. */
export interface GarParams {
  /** Six digits. */
  postcode?: string;
  /** Eleven digits. */
  okato?: string;
  /** Eight or eleven digits. */
  oktmo?: string;
  /** КЛАДР code with the status: 13 or 17 digits. */
  kladr?: string;
  /** The same without the status: 11 or 15 digits. */
  kladrWithoutStatus?: string;
}

const OKTMO = /^(?:\d{8}|\d{11})$/;
/** Whether a text is an ОКТМО: 8 digits of a municipality, 11 of a settlement. */
export const isOktmo = (text: string): boolean => OKTMO.test(text);

/** Id in AS_PARAM_TYPES → the field it is read into, and the form of a valid value. */
const PARAMS: Record<string, [field: keyof GarParams, pattern: RegExp] | undefined> = {
  5: ['postcode', /^\d{6}$/],
  6: ['okato', /^\d{11}$/],
  7: ['oktmo', OKTMO],
  10: ['kladr', /^(?:\d{13}|\d{17})$/],
  11: ['kladrWithoutStatus', /^(?:\d{11}|\d{15})$/],
};

/** Whether an id of AS_PARAM_TYPES is one that is read. */
export const isKnownParam = (typeId: string): boolean => Boolean(PARAMS[typeId]);

/** Adds the value of a row of AS_…_PARAMS to its object or house. Ignores outdated and invalid values. */
export function addGarParam(byId: Map<string, GarParams>, row: GarRow): void {
  const owner = byId.get(row['OBJECTID'] ?? '');
  const [field, pattern] = PARAMS[row['TYPEID'] ?? ''] ?? [];
  const isCurrent = (row['CHANGEIDEND'] ?? '0') === '0';
  const value = row['VALUE'] ?? '';
  if (owner && field && isCurrent && pattern?.test(value)) owner[field] = value;
}
