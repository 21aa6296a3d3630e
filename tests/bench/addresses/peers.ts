// Longer than most: six search engines, a few lines each.
/**
 * The search engines we compare with, each set up as its documentation advises for suggestions while typing: beginnings of
 * words, all words of the query, mistakes where it forgives them, known places first where it lets us say so.
 *
 * They all get the same records, known places first. What is sought in has besides the label the long forms of the types and
 * the postcode, and former names are records of their own. One instance a region, as each would be put on a site.
 */
import { readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import * as orama from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import uFuzzy from '@leeoniya/ufuzzy';

import { MAX_SUGGESTIONS } from './measure.ts';
import { lowerCaseWithoutYo, wordsAndDigits } from './lexicon.ts';

/** One address, or former name of one, as the peers index it. */
export interface PeerRecord {
  /** Of the address: 13 or 17 digits. */
  kladr: string;
  /** «Алтайский край, Барнаул, ул Ленина». */
  label: string;
  /** «г город улица 656049». */
  typesAndPostcodes: string;
  /** From 0 to 1: how large the locality is. */
  importance: number;
}

/** The index of a peer over the records of one region. */
export interface PeerIndex {
  /** Numbers of records, the best first. */
  search(text: string): number[] | Promise<number[]>;
  /** All that a browser has to fetch besides the engine's own code. */
  files(): (string | Uint8Array)[] | Promise<(string | Uint8Array)[]>;
}

/** The search engines that we compare with. */
export type PeerName = 'MiniSearch' | 'FlexSearch' | 'Orama' | 'Fuse' | 'uFuzzy' | 'SQLite FTS5';

const NONE: PeerRecord = { kladr: '', label: '', typesAndPostcodes: '', importance: 0 };
const textOf = ({ label, typesAndPostcodes }: PeerRecord) =>
  lowerCaseWithoutYo(`${label} ${typesAndPostcodes}`);
/** Labels and codes, for engines that keep only what they need to search. */
const shown = (records: PeerRecord[]) => records.map(({ kladr, label }) => `${kladr}\t${label}`).join('\n');
/** The same with types and postcodes, for engines that search in the texts themselves. */
const all = (records: PeerRecord[]) =>
  records.map(({ kladr, label, typesAndPostcodes }) => `${kladr}\t${label}\t${typesAndPostcodes}`).join('\n');

/** Builds the index of a peer over records; `key` is the path of its files, without their extension. */
export const PEERS: Record<PeerName, (records: PeerRecord[], key: string) => PeerIndex | Promise<PeerIndex>> =
  {
    MiniSearch(records) {
      const index = new MiniSearch({
        fields: ['text'],
        processTerm: lowerCaseWithoutYo,
        searchOptions: {
          combineWith: 'AND',
          prefix: true,
          fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
          boostDocument: (id) => 1 + (records[Number(id)]?.importance ?? 0),
        },
      });
      index.addAll(records.map((record, id) => ({ id, text: textOf(record) })));
      return {
        search: (text) =>
          index
            .search(text)
            .slice(0, MAX_SUGGESTIONS)
            .map(({ id }) => Number(id)),
        files: () => [JSON.stringify(index), shown(records)],
      };
    },

    FlexSearch(records) {
      // The nearer to the beginning, the better: the name of the thing itself goes first.
      const text = ({ label, typesAndPostcodes }: PeerRecord) =>
        lowerCaseWithoutYo(`${label.split(', ').reverse().join(', ')} ${typesAndPostcodes}`);
      const make = (tokenize: 'forward' | 'tolerant') => {
        const index = new FlexSearch.Index({ tokenize, encoder: FlexSearch.Charset.Normalize });
        records.forEach((record, id) => void index.add(id, text(record)));
        return index;
      };
      const beginnings = make('forward');
      const mistakes = make('tolerant');
      return {
        search: (text) => {
          const found = beginnings.search(lowerCaseWithoutYo(text), { limit: MAX_SUGGESTIONS });
          return (
            found.length > 0 ? found : mistakes.search(lowerCaseWithoutYo(text), { limit: MAX_SUGGESTIONS })
          ).map(Number);
        },
        files: () => {
          const files = [shown(records)];
          for (const index of [beginnings, mistakes])
            index.export((_, data: unknown) => {
              if (typeof data === 'string') files.push(data);
            });
          return files;
        },
      };
    },

    async Orama(records) {
      const index = orama.create({ schema: { text: 'string' }, language: 'russian' });
      const documents = records.map((record, id) => ({ id: String(id), text: textOf(record) }));
      await orama.insertMultiple(index, documents, 1000, 'russian', undefined, 0);
      const seek = async (term: string, tolerance: number, threshold: number) => {
        const { hits } = await orama.search(index, { term, tolerance, threshold, limit: MAX_SUGGESTIONS });
        return hits.map(({ id }) => Number(id));
      };
      return {
        // It takes «ул» that fits «ул» and «улица» for two words, so short words are left out. Then: all words; with a mistake,
        // where a word is not known; any of the words.
        search: async (text) => {
          const long = wordsAndDigits(text).filter((word) => word.length > 2 || /\d/.test(word));
          const term = long.length > 0 ? long.join(' ') : lowerCaseWithoutYo(text);
          const found = await seek(term, 0, 0);
          if (found.length > 0) return found;
          const known = await Promise.all(wordsAndDigits(term).map((word) => seek(word, 0, 0)));
          return known.every(({ length }) => length > 0) ? seek(term, 0, 1) : seek(term, 1, 0);
        },
        // Orama keeps the texts too: the browser has the labels already.
        files: () => [JSON.stringify({ ...orama.save(index), docs: undefined }), shown(records)],
      };
    },

    Fuse(records) {
      const index = new Fuse(records.map(textOf), {
        useTokenSearch: true,
        tokenMatch: 'all',
        threshold: 0.25,
      });
      return {
        search: (text) =>
          index.search(lowerCaseWithoutYo(text), { limit: MAX_SUGGESTIONS }).map(({ refIndex }) => refIndex),
        // Its own index is built faster than fetched.
        files: () => [all(records)],
      };
    },

    uFuzzy(records) {
      const haystack = records.map(textOf);
      const fuzzy = new uFuzzy({ alpha: 'a-zа-я', intraMode: 1, interLft: 1 });
      return {
        search: (text) => {
          const [found, info, order] = fuzzy.search(haystack, wordsAndDigits(text).join(' '), 4);
          if (!info) return (found ?? []).slice(0, MAX_SUGGESTIONS);
          return order.slice(0, MAX_SUGGESTIONS).map((place) => info.idx[place] ?? -1);
        },
        files: () => [all(records)],
      };
    },

    'SQLite FTS5'(records, key) {
      const file = `${key}.sqlite`;
      rmSync(file, { force: true });
      const db = new DatabaseSync(file);
      const index = (name: string, tokenize: string) =>
        `CREATE VIRTUAL TABLE ${name} USING fts5(text, content='', ${tokenize});`;
      db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE TABLE records (id INTEGER PRIMARY KEY, kladr TEXT, label TEXT);
      ${index('beginnings', `tokenize='unicode61 remove_diacritics 0', prefix='2 3 4'`)}
      ${index('trigrams', `tokenize='trigram'`)} BEGIN;`);
      const into = ['beginnings', 'trigrams'].map((name) =>
        db.prepare(`INSERT INTO ${name} (rowid, text) VALUES (?, ?)`),
      );
      const record = db.prepare('INSERT INTO records VALUES (?, ?, ?)');
      records.forEach((one, id) => {
        record.run(id, one.kladr, one.label);
        for (const statement of into) statement.run(id, textOf(one));
      });
      db.exec(`COMMIT; INSERT INTO beginnings (beginnings) VALUES ('optimize');
      INSERT INTO trigrams (trigrams) VALUES ('optimize'); VACUUM;`);
      const select = (name: string, most: number) =>
        db.prepare(
          `SELECT rowid AS id FROM ${name} WHERE ${name} MATCH ? ORDER BY rank, rowid LIMIT ${most}`,
        );
      const beginnings = select('beginnings', MAX_SUGGESTIONS);
      const trigrams = select('trigrams', 4 * MAX_SUGGESTIONS);
      return {
        search: (text) => {
          const tokens = wordsAndDigits(text);
          if (tokens.length === 0) return [];
          const found = beginnings
            .all(tokens.map((token) => `"${token}"*`).join(' '))
            .map(({ id }) => Number(id));
          const parts = tokens.flatMap((token) =>
            Array.from({ length: Math.max(0, token.length - 2) }, (_, i) => token.slice(i, i + 3)),
          );
          if (found.length > 0 || parts.length === 0) return found;
          // With a mistake most trigrams are still right; with less than half of them it is another word.
          const near = trigrams.all(parts.map((part) => `"${part}"`).join(' OR ')).map(({ id }) => {
            const text = textOf(records[Number(id)] ?? NONE);
            return {
              id: Number(id),
              share: parts.filter((part) => text.includes(part)).length / parts.length,
            };
          });
          const likely = near.filter(({ share }) => share >= 0.5).sort((a, b) => b.share - a.share);
          return likely.slice(0, MAX_SUGGESTIONS).map(({ id }) => id);
        },
        files: () => [readFileSync(file)],
      };
    },
  };
