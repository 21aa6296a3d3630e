import type { AddressObject } from '../index/region-files.ts';
import type { Token } from './token.ts';

/** A locality or street that fits what was typed. */
export interface Match extends AddressObject {
  /** The house that was typed, in its one spelling. */
  house?: string;
  /** The flat that was typed. */
  flat?: string;
  /** The words of the query that was matched: the suggestion highlights them. */
  tokens: readonly Token[];
  /** Less is better: see `costs.ts`. */
  cost: number;
  /** False if it lacks a type or postcode that was typed. */
  isComplete: boolean;
  /** Number of words, in the names that were meant, that nobody typed. */
  untypedWords: number;
  /** The former name that was typed, if one was. */
  former?: { name: string; type: string };
}
