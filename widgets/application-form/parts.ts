import type { FieldType } from '../contract/forms/schemas.ts';

/** Milliseconds that the next step waits for the address field on a slow connection. */
const PATIENCE = 3000;

const came = (part: Promise<unknown>): Promise<boolean> =>
  part.then(
    () => true,
    () => false,
  );

/**
 * Fetches the elements that some fields need. Without the address field, the address is one line of text; without the file
 * field a step that asks for files cannot be shown. `file` is true where nothing is missing.
 */
export async function loadParts(types: readonly FieldType[]): Promise<{ address: boolean; file: boolean }> {
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false));
  const [address, file] = await Promise.all([
    types.includes('address') && Promise.race([came(import('../address-field/register.ts')), patience]),
    !types.includes('file') || came(import('./register-file-field.ts')),
  ]);
  return { address, file };
}
