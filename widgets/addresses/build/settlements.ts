import type { LocalityRow } from './dataset.ts';
import { openDistribution } from './distribution.ts';
import { readDataset } from './import.ts';

/** A town or village, and the municipality where it is. */
export interface Settlement {
  /** With its type: «село Сростки». */
  name: string;
  /** КЛАДР code of 13 digits: of the district, or of the town outside of districts. */
  within: string;
}

/** Reads the settlements from КЛАДР or ГАР. Rejects with an `ImportError` if the files cannot be used. */
export async function readSettlements(from: string): Promise<Settlement[]> {
  const distribution = await openDistribution(from);
  try {
    const dataset = await readDataset(distribution, { progress: () => undefined });
    const settlements: Settlement[] = [];
    for await (const { localities } of dataset.regions)
      for (const { code, name, type } of localities) {
        const within = municipalityOf(code);
        const longForm = dataset.longForms.get(type) ?? type;
        if (within !== undefined) settlements.push({ name: `${longForm} ${name}`, within });
      }
    return settlements;
  } finally {
    distribution.close();
  }
}

/**
 * The code of the municipality where a settlement is; `undefined` for regions, and for what is a municipality itself.
 *
 * @example municipalityOf('22005000046') // '2200500000000': the digits are СС РРР ГГГ ППП
 */
function municipalityOf(code: LocalityRow['code']): string | undefined {
  const [district, town, settlement] = [code.slice(2, 5), code.slice(5, 8), code.slice(8)].map(Number);
  if (district) return town || settlement ? code.slice(0, 5).padEnd(13, '0') : undefined;
  return town && settlement ? code.slice(0, 8).padEnd(13, '0') : undefined;
}
