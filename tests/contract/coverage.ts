import type { OpenApiDocument } from '../../widgets/contract/openapi/openapi.ts';
import type { Exchange } from './exchange.ts';
import { findOperation, operationsIn } from './operations.ts';

/** Statuses that operations declare and that no exchange has shown: `createRating 404`; and how many there are in all. */
export function unseenStatuses(
  document: OpenApiDocument,
  exchanges: readonly Exchange[],
): { missing: string[]; declared: number } {
  const shown = new Set(
    exchanges.map(
      (exchange) => `${findOperation(document, exchange)?.operation.operationId} ${exchange.response.status}`,
    ),
  );
  const declared = operationsIn(document).flatMap(({ operation }) =>
    Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
  );
  return { missing: declared.filter((pair) => !shown.has(pair)), declared: declared.length };
}
