import type { OpenApiDocument, OpenApiOperation } from '../../widgets/contract/openapi/openapi.ts';
import type { Exchange } from './exchange.ts';

/** One operation of the document with its place in it. */
export interface PathOperation {
  path: string;
  method: string;
  operation: OpenApiOperation;
}

/** All operations of the document. */
export const operationsIn = ({ paths }: OpenApiDocument): PathOperation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** The operation that an exchange is an instance of; a path without parameters comes before one with. */
export function findOperation(
  document: OpenApiDocument,
  { method, url }: Pick<Exchange, 'method' | 'url'>,
): PathOperation | undefined {
  const [path = ''] = url.split('?');
  return operationsIn(document)
    .filter((place) => place.method === method.toLowerCase() && pattern(place.path).test(path))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

const pattern = (path: string) =>
  new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`);
