import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One request to `/v1` and its response. Bodies are base64. Names of headers are in small letters. */
export interface Exchange {
  /** In capital letters: `GET`. */
  method: string;
  /** Path without `/v1`, with the query: `/applications?limit=10`. */
  url: string;
  /** Headers of the request. */
  headers: Record<string, string>;
  /** Body of the request; empty if there is none. */
  body: string;
  /** What the portal responded. */
  response: { status: number; headers: Record<string, string>; body: string };
}

/** Reads all exchanges in a folder and the folders below it: files of one JSON object a line (`.jsonl`). */
export const readExchanges = (folder: string): Exchange[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Exchange),
    );

/** Describes an exchange for people: `GET /profile → 200`. */
export const describeExchange = ({ method, url, response }: Exchange): string =>
  `${method} ${url} → ${response.status}`;
