import type { ExtraMessages } from './extra-messages.ts';
import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('en');

/** English texts. */
export const en: Messages & ExtraMessages = {
  label: 'Address',
  hint: 'Begin with any word, in Russian: «барн лен 12»',
  howTo: 'When suggestions appear, use the up and down arrows to choose and Enter to confirm.',
  list: 'Suggestions',
  busy: 'Looking…',
  required: 'Enter the address, for example: Примерск, пр-кт Ленина, 12, кв 5',
  asItIs: (typed) => `My address is not here — keep it as it is: “${typed}”`,
  forget: () => 'Forget these addresses',
  missing: {
    district: 'add the place',
    locality: 'add the street and the house',
    street: 'add the house',
    house: '',
  },
  former: (was, now) => `${was} → now ${now}`,
  unlisted: (house) => `house ${house} is not in the register; we will keep it as you wrote it`,
  nearHouses: (house) => `House ${house} is not in the register. The nearest houses are below`,
  asWritten: 'we will keep it as you wrote it',
  nearHouse: 'nearest house',
  noStreets: 'no streets in the register; add the house',
  onlyWithin: (place) => `This form is only for addresses in: ${place}`,
  unknown: (typed) => `“${typed}” is not in the register; we will keep it as it is`,
  count: (suggestions) =>
    `${suggestions} ${plural.select(suggestions) === 'one' ? 'suggestion' : 'suggestions'}`,
  none: 'Nothing found; you can keep it as it is',
  offline: 'No connection: write the address as it is',
  outdated: 'The addresses are being updated: write the address as it is',
  chosen: (line) => `Chosen: ${line}`,
  written: (line) => `Kept as it is: ${line}`,
  postcode: (digits) => (digits ? `Postcode ${digits}` : 'No postcode found'),
  correct: (digits) => (digits ? 'correct it' : 'add it'),
  locality: 'Town or village',
  street: 'Street',
  house: 'House',
  block: 'Block',
  flat: 'Flat',
  postcodeLabel: 'Postcode',
  postcodeKnown: (digits) => `In the register: ${digits}`,
  postcodeShort: 'A postcode has six digits',
  recognized: (line) => (line ? `Found in the register: ${line}` : 'Found in the register'),
  undo: 'Keep it as I wrote it',
  remember: 'Remember the address on this device',
  rememberHint: 'Not on a shared computer: others would see it',
  forgotten: 'The addresses are forgotten',
};
