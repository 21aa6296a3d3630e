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
  /** File → number of rows read. Complete after the last region. */
  rowsRead: Tally;
  /** Reason, in Russian → number of rows that were left out. Complete after the last region. */
  rowsSkipped: Tally;
  /** Sentences for the person who runs the import, in Russian: «Нет файла DOMA.DBF: …». */
  notes: string[];
}

/** Reports progress: what the import does now, in Russian («читаем STREET.DBF»), and the share that is done, 0 to 1. */
export type ReportProgress = (activity: string, share: number) => void;

/** The current objects of a region, sorted by code, and former names. */
export interface RegionRows {
  /** Two digits. */
  region: string;
  localities: LocalityRow[];
  streets: AddressRow[];
  /** The former names of both. */
  former: FormerNameRow[];
}

/** A region, district, town or settlement. */
export interface LocalityRow extends AddressRow {
  /** What it is the centre of: 1 a district, 2 the region, 3 both, 0 nothing. */
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
  /** OBJECTGUID of ГАР, in small letters; absent if the data have none. */
  fias?: string;
  /** Its houses, in the order of their codes. Of a locality: only houses that belong to no street, as in small villages. */
  houses: HouseRow[];
  /** Only of a street, and only in ГАР: the nearest territory that it lies in. Streets of one territory share the same object. */
  territory?: TerritoryRow;
}

/** A part of a locality with streets of its own: «тер. СНТ Заря». */
export interface TerritoryRow {
  /** КЛАДР code without the status: 15 digits, or empty. */
  code: string;
  name: string;
  /** Short form, e.g. `тер. СНТ`. */
  type: string;
  /** The territory that it lies in itself. */
  outer?: TerritoryRow;
}

/** A former name of a locality or street. It may have been another object then: a village that became a street of a town. */
export interface FormerNameRow {
  /** Code of the current object: 11 digits of a locality, 15 of a street. */
  code: string;
  name: string;
  /** Short form of the type that it had under this name. */
  type: string;
}
