import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One request below `/v1` and what the portal answered. Bodies are base64. */
export interface Exchange {
  method: string;
  /** Behind `/v1`, with the query: `/applications?limit=10`. */
  url: string;
  headers: Record<string, string>;
  body: string;
  response: { status: number; headers: Record<string, string>; body: string };
}

/** All exchanges in a folder, in no particular order. */
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

/** For people: `GET /profile → 200`. */
export const describeExchange = ({ method, url, response }: Exchange): string =>
  `${method} ${url} → ${response.status}`;
