import type { OpenApiDocument } from '../../widgets/contract/openapi/openapi.ts';
import type { Exchange } from './exchange.ts';
import { findOperation, operationsIn } from './operations.ts';

/**
 * Finds statuses that the document declares for an operation, and that no exchange has: `['createRating 404']`. `declared` is
 * the number of all declared pairs of operation and status.
 */
export function unseenStatuses(
  document: OpenApiDocument,
  exchanges: readonly Exchange[],
): { missing: string[]; declared: number } {
  const seen = new Set(
    exchanges.map(
      (exchange) => `${findOperation(document, exchange)?.operation.operationId} ${exchange.response.status}`,
    ),
  );
  const declared = operationsIn(document).flatMap(({ operation }) =>
    Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
  );
  return { missing: declared.filter((pair) => !seen.has(pair)), declared: declared.length };
}
