import type { OpenApi } from '../../widgets/contract/openapi/openapi.ts';
import type { Exchange } from './exchange.ts';
import { operationOf, placesIn } from './operations.ts';

/** Statuses that operations declare and that no exchange has shown: `createRating 404`; and how many there are in all. */
export function missingIn(
  document: OpenApi,
  exchanges: readonly Exchange[],
): { missing: string[]; declared: number } {
  const shown = new Set(
    exchanges.map(
      (exchange) => `${operationOf(document, exchange)?.operation.operationId} ${exchange.answer.status}`,
    ),
  );
  const declared = placesIn(document).flatMap(({ operation }) =>
    Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
  );
  return { missing: declared.filter((pair) => !shown.has(pair)), declared: declared.length };
}
