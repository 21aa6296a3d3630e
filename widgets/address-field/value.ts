import type { Suggestion } from '../addresses/line.ts';
import { readings } from '../addresses/query.ts';
import type { Address } from '../contract/values.ts';

/** An address in as many letters as the contract takes. */
export const LONGEST = 300;

/** What a suggestion leaves to be typed goes on behind this. */
export const MORE = ', ';

/** An address of which only the line is known. */
export const asTyped = (line: string | null): Address | undefined =>
  line ? { line, manual: true } : undefined;

const codes = ({ kladr, okato, postcode }: Suggestion) => ({
  kladr,
  ...(okato && { okato }),
  ...(postcode && { postcode }),
});

/**
 * The address that a text stands for. What is typed behind a chosen suggestion keeps its codes, and is no manual entry as
 * long as it is a house and a flat behind a street.
 */
export function addressOf(text: string, chosen: Suggestion | undefined): Address | undefined {
  const line = text.trim().replace(/,$/, '').trimEnd();
  if (!line || !chosen || !goesOn(line, chosen)) return asTyped(line);
  if (line === chosen.line) {
    const { house, flat } = chosen;
    return { line, ...codes(chosen), ...(house && { house }), ...(flat && { flat }), manual: false };
  }
  const { house, flat } = readings(line).at(-1) ?? {};
  const manual = chosen.kind === 'locality' || !house;
  return { line, ...codes(chosen), ...(house && { house }), ...(flat && { flat }), manual };
}

/** Whether a text is the chosen suggestion, or that and something behind it. */
export const goesOn = (text: string, { line }: Suggestion): boolean =>
  text.startsWith(line) && (text.length === line.length || /^[,\s]/.test(text.slice(line.length)));

/** The suggestion that an address was chosen from, as far as it tells; none for a manual entry. */
export function suggestionIn({ manual, kladr, ...address }: Address): Suggestion | undefined {
  if (manual || !kladr) return undefined;
  const { line, okato, postcode, house, flat } = address;
  return {
    line,
    kladr,
    kind: house ? 'house' : kladr.length > 13 ? 'street' : 'locality',
    ...(okato && { okato }),
    ...(postcode && { postcode }),
    ...(house && { house }),
    ...(flat && { flat }),
    marks: [],
  };
}

/** What a form sends: the line under the field's name, and what is known of it behind a dot. */
export function entriesOf(name: string, { line, kladr, postcode, okato }: Address): FormData {
  const data = new FormData();
  data.set(name, line);
  for (const [key, part] of Object.entries({ kladr, postcode, okato }))
    if (part) data.set(`${name}.${key}`, part);
  return data;
}
