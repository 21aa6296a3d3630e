import { AddressesError } from './errors.ts';

/**
 * Waits for code that is fetched only when it is needed. Rejects with an `AddressesError` if it does not come.
 *
 * @example const { parseQuery } = await codeOf(import('./parse-query.ts'));
 */
export async function codeOf<Module>(module: Promise<Module>): Promise<Module> {
  try {
    return await module;
  } catch (cause) {
    throw new AddressesError('offline', 'Code does not come', { cause });
  }
}
