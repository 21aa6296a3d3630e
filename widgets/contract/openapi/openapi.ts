import type { Region } from '../region/schemas.ts';
import { writeSuccessResponse, writeProblemResponses, type OpenApiResponse } from './responses.ts';
import { API, TAGS } from './api.ts';
import { fillRegion } from './fill-region.ts';
import { responseHeader, COMMON_HEADERS, type OpenApiHeader } from './headers.ts';
import { INFO, SECURITY_SCHEMES, SERVERS } from './info.ts';
import { NAMED_SCHEMAS, reachableShapes } from './named-shapes.ts';
import type { OperationResponse, Operation } from './operation.ts';
import { writeParameters, type OpenApiParameter } from './parameters.ts';
import { writeOpenApiSchema, type OpenApiSchema } from './openapi-schema.ts';

/** An Operation Object of OpenAPI 3.1, with all that this contract writes in it. */
export interface OpenApiOperation {
  operationId: string;
  tags: [string];
  summary: string;
  description: string;
  /** Alternatives: names of `SECURITY_SCHEMES`; `{}` is «without signing in». */
  security: Record<string, never[]>[];
  parameters: OpenApiParameter[];
  requestBody?: { required: boolean; content: Record<string, { schema?: OpenApiSchema }> };
  /** By status. Success is written out, problems are references to the shared responses. */
  responses: Record<string, OpenApiResponse | { $ref: string }>;
}

/** The contract as an OpenAPI 3.1 document. */
export interface OpenApiDocument {
  openapi: string;
  info: typeof INFO;
  servers: typeof SERVERS;
  tags: { name: string; 'x-displayName': string; description: string }[];
  /** Path below `/v1` → method → operation. */
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: {
    securitySchemes: typeof SECURITY_SCHEMES;
    schemas: Record<string, OpenApiSchema>;
    responses: Record<string, OpenApiResponse>;
    headers: Record<string, OpenApiHeader>;
  };
}

const OPERATIONS = Object.entries<Operation>(API);

/** Writes the contract of a region's portal as an OpenAPI document. The same region always gives the same document. */
export const writeOpenApi = (region: Region): OpenApiDocument => fillRegion(writeContract(), region);

/** The document with the placeholders that `fillRegion` fills. */
function writeContract(): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  const responses: Record<string, OpenApiResponse> = {};
  for (const [id, operation] of OPERATIONS) {
    for (const [name, response] of writeProblemResponses(operation).values()) responses[name] = response;
    (paths[operation.path] ??= {})[operation.method] = writeOperation(id, operation);
  }
  return {
    openapi: '3.1.1',
    info: INFO,
    servers: SERVERS,
    tags: Object.entries(TAGS)
      .filter(([name]) => OPERATIONS.some(([, { tag }]) => tag === name))
      .map(([name, { title, about }]) => ({ name, 'x-displayName': title, description: about })),
    paths,
    components: {
      securitySchemes: SECURITY_SCHEMES,
      schemas: reachableShapes([paths, responses]),
      responses,
      headers: mapValues(COMMON_HEADERS, (required, name) => responseHeader(name, required)),
    },
  };
}

/** Writes one operation; `id` is its `operationId`. */
function writeOperation(id: string, operation: Operation): OpenApiOperation {
  const problems = [...writeProblemResponses(operation)];
  return {
    operationId: id,
    tags: [operation.tag],
    summary: operation.title,
    description: operation.about ?? `${operation.title}.`,
    security: securityOf(operation),
    parameters: writeParameters(operation),
    ...bodyOf(operation),
    responses: {
      ...mapValues(operation.responses as Record<string, OperationResponse>, (response) =>
        writeSuccessResponse(response, response.schema && writeOpenApiSchema(response.schema, NAMED_SCHEMAS)),
      ),
      ...Object.fromEntries(
        problems.map(([status, [name]]) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  };
}

/** A record with the same keys, whose values `convert` makes. */
const mapValues = <V, W>(
  record: Record<string, V>,
  convert: (value: V, key: string) => W,
): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, convert(value, key)]));

/**
 * Who may ask: a citizen who has signed in; and, unless the operation is for citizens only, also somebody with the code of the case
 * (if it has the header `Okno-Case-Code`) or else anybody.
 */
function securityOf({ access, headers }: Operation): OpenApiOperation['security'] {
  if (access === 'citizen') return [{ session: [] }];
  return [headers?.['Okno-Case-Code'] ? { caseCode: [] } : {}, { session: [] }];
}

/** The body of a request: JSON with a schema, or bytes of another media type; nothing for a request without a body. */
function bodyOf({ body, mediaType, isBodyOptional }: Operation): Pick<OpenApiOperation, 'requestBody'> {
  if (body)
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: writeOpenApiSchema(body, NAMED_SCHEMAS) } },
      },
    };
  return mediaType === undefined
    ? {}
    : { requestBody: { required: !isBodyOptional, content: { [mediaType]: {} } } };
}
