import type { HouseRow } from '../index/houses.ts';
import type { Tally } from './tally.ts';

/** What an index is made from, in the same form whether it was read from КЛАДР (DBF) or from ГАР (XML). */
export interface AddressDataset {
  /** Day of the data, `YYYY-MM-DD`. */
  date: string;
  /** Short form of a type → long form in small letters, e.g. `ул` → `улица`. Complete when the first region has been read. */
  longForms: Map<string, string>;
  /** The regions by code, one after another: the whole country would not fit into memory. */
  regions: AsyncIterable<RegionRows> | Iterable<RegionRows>;
  /** File → number of rows read. Complete after the last region, as is `rowsSkipped`. */
  rowsRead: Tally;
  /** Reason, in Russian → number of rows that were left out. */
  rowsSkipped: Tally;
  /** Sentences for the person who runs the import, in Russian: «Нет файла DOMA.DBF: …». */
  notes: string[];
}

/** Reports progress: what the import does now, in Russian, and the share that is done, 0 to 1. */
export type ReportProgress = (what: string, share: number) => void;

/** The current objects of a region, sorted by code, and former names. */
export interface RegionRows {
  /** Two digits. */
  region: string;
  localities: LocalityRow[];
  streets: AddressRow[];
  former: FormerNameRow[];
}

/** A region, district, town or settlement. */
export interface LocalityRow extends AddressRow {
  /** 0, or the centre of: 1 a district, 2 a region, 3 both. */
  status: number;
}

/** A current locality or street. */
export interface AddressRow {
  /** КЛАДР code without the status: 11 digits of a locality, 15 of a street. */
  code: string;
  name: string;
  /** Short form, e.g. `ул`. */
  type: string;
  /** Six digits, or empty. */
  postcode: string;
  /** Eleven digits, or empty. */
  okato: string;
  /** Eight or eleven digits, or empty: only ГАР has it, КЛАДР has not. */
  oktmo: string;
  /** Its houses, in the order of their codes. Of a locality: only houses that belong to no street, as in small villages. */
  houses: HouseRow[];
}

/** A former name of a locality or street, also from the time when it was another object: a village that became part of a town. */
export interface FormerNameRow {
  /** Code of the current object: 11 digits of a locality, 15 of a street. */
  code: string;
  name: string;
  type: string;
}
