import type { AddressObject } from '../index/region-files.ts';
import type { Token } from './token.ts';

/** A locality or street that answers to what was typed. */
export interface Match extends AddressObject {
  /** House and flat that were typed behind it. */
  house?: string;
  flat?: string;
  tokens: readonly Token[];
  /** Lower is better: see costs.ts. */
  cost: number;
  /** False where only part of what was typed is in it. */
  isComplete: boolean;
  /** How many words of the names that were meant nobody typed. */
  untypedWords: number;
  /** The name that was typed, where it is not the present one. */
  former?: { name: string; type: string };
}
