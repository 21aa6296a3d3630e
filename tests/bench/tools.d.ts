/** What benchmarks use of tools that are installed by the first benchmark (`install.ts`): types are checked without them. */

declare module 'minisearch' {
  export default class MiniSearch {
    constructor(options: {
      fields: string[];
      processTerm: (term: string) => string;
      searchOptions: {
        combineWith: 'AND';
        prefix: boolean;
        fuzzy: (term: string) => number | false;
        boostDocument: (id: unknown) => number;
      };
    });
    addAll(documents: { id: number; text: string }[]): void;
    search(text: string): { id: unknown }[];
  }
}

declare module 'flexsearch' {
  interface Index {
    add(id: number, text: string): this;
    search(text: string, options: { limit: number }): (number | string)[];
    export(take: (name: string, data: unknown) => void): void;
  }
  const FlexSearch: {
    Index: new (options: { tokenize: 'forward' | 'tolerant'; encoder: unknown }) => Index;
    Charset: { Normalize: unknown };
  };
  export default FlexSearch;
}

declare module '@orama/orama' {
  interface Orama {
    readonly schema: unknown;
  }
  interface Query {
    term: string;
    tolerance: number;
    threshold: number;
    limit: number;
  }
  export function create(options: { schema: Record<string, 'string'>; language: string }): Orama;
  export function insertMultiple(
    index: Orama,
    documents: { id: string; text: string }[],
    ...[batchSize, language, skipHooks, timeout]: [number, string, undefined, number]
  ): Promise<string[]>;
  export function search(index: Orama, query: Query): Promise<{ hits: { id: string }[] }>;
  export function save(index: Orama): object;
}

declare module 'fuse.js' {
  export default class Fuse {
    constructor(texts: string[], options: { useTokenSearch: boolean; tokenMatch: 'all'; threshold: number });
    search(text: string, options: { limit: number }): { refIndex: number }[];
  }
}

declare module '@leeoniya/ufuzzy' {
  type Found =
    | [found: number[] | null, info: null, order: null]
    | [found: number[], info: { idx: number[] }, order: number[]];
  export default class UFuzzy {
    constructor(options: { alpha: string; intraMode: 0 | 1; interLft: 0 | 1 | 2 });
    search(haystack: string[], needle: string, outOfOrder: number): Found;
  }
}

declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      method?: 'POST';
      body?: string;
      headers?: Record<string, string>;
      setupRequest?: (request: Request) => Request;
    }
    interface Options {
      url: string;
      connections: number;
      duration: number;
      requests: Request[];
    }
    interface Result {
      requests: { average: number };
      /** Milliseconds. */
      latency: { p99: number };
      non2xx: number;
      errors: number;
    }
  }
  function autocannon(options: autocannon.Options): Promise<autocannon.Result>;
  export default autocannon;
}

declare module 'chrome-launcher' {
  export function launch(options: {
    chromePath: string;
    chromeFlags: string[];
    logLevel: 'silent';
  }): Promise<{ port: number; kill(): void }>;
}

declare module 'lighthouse' {
  interface Options {
    port: number;
    onlyCategories: string[];
    logLevel: 'error';
  }
  interface Result {
    lhr: {
      categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
      audits: Record<string, { score: number | null; displayValue?: string }>;
    };
  }
  export default function lighthouse(url: string, options: Options): Promise<Result | undefined>;
}
