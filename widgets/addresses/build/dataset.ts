import type { HouseRow } from '../index/houses.ts';
import type { Tally } from './tally.ts';

/** An address distribution, read: whatever it was (КЛАДР in DBF, ГАР in XML), the index is made from this. */
export interface AddressDataset {
  /** Day of the data, `YYYY-MM-DD`. */
  date: string;
  /** Short form of a type → long form, lower case, e.g. `ул` → `улица`. */
  longForms: Map<string, string>;
  /** Region after region, by code, so that the country never stands in memory at once. */
  regions: AsyncIterable<RegionRows> | Iterable<RegionRows>;
  /** Rows that were read, by file. Complete after the last region, as are the other tallies. */
  rowsRead: Tally;
  /** Rows that were left out, by reason: in Russian, for the summary. */
  rowsSkipped: Tally;
  /** What else whoever runs the import has to know, a sentence each. */
  notes: string[];
}

/** How far an import has come: what it does now, and the share of it that is done, 0 to 1. */
export type ReportProgress = (what: string, share: number) => void;

/** A region's current objects, sorted by code. */
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

/** An object of the data. */
export interface AddressRow {
  /** Without the status: a place has 11 digits, a street 15. */
  code: string;
  name: string;
  /** Short form. */
  type: string;
  /** Six digits, or nothing. */
  postcode: string;
  /** Eleven digits, or nothing. */
  okato: string;
  /** Eight or eleven digits, or nothing: КЛАДР does not know it, ГАР does. */
  oktmo: string;
  /** In the order of their codes. Of a place: what stands in it without a street, as in small villages. */
  houses: HouseRow[];
}

/** A name that a place or street had before, or that it had while it was another object. */
export interface FormerNameRow {
  /** Of the current object: 11 digits for a place, 15 for a street. */
  code: string;
  name: string;
  type: string;
}
