import type { OpenApiDocument, OpenApiOperation } from '../../widgets/contract/openapi/openapi.ts';
import type { Exchange } from './exchange.ts';

/** One operation of the document, with the path and method under which it stands there. */
export interface PathOperation {
  /** `/drafts/{id}`. */
  path: string;
  /** In small letters: `get`. */
  method: string;
  /** The operation itself. */
  operation: OpenApiOperation;
}

/** Lists all operations of the document. */
export const operationsIn = ({ paths }: OpenApiDocument): PathOperation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/**
 * Finds the operation that an exchange calls. If several paths fit, the one with the fewest parameters counts: `/events/stream`
 * comes before `/events/{id}`.
 */
export function findOperation(
  document: OpenApiDocument,
  { method, url }: Pick<Exchange, 'method' | 'url'>,
): PathOperation | undefined {
  const [path = ''] = url.split('?');
  return operationsIn(document)
    .filter((entry) => entry.method === method.toLowerCase() && pattern(entry.path).test(path))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

/** Turns `/drafts/{id}` into `/^\/drafts\/[^/]+$/`. */
const pattern = (path: string) =>
  new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`);
