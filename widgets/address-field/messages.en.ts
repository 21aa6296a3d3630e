import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('en');

export const en: Messages = {
  label: 'Address',
  hint: 'Begin with any word, in Russian: «барн лен 12»',
  howTo: 'When suggestions appear, use the up and down arrows to choose and Enter to confirm.',
  list: 'Suggested addresses',
  required: 'Enter the address, for example: Барнаул, пр-кт Ленина, 12, кв 5',
  asItIs: (typed) => `My address is not here — keep it as it is: “${typed}”`,
  missing: { locality: 'add the street and the house', street: 'add the house' },
  count: (suggestions) =>
    `${suggestions} ${plural.select(suggestions) === 'one' ? 'suggestion' : 'suggestions'}`,
  none: 'Nothing found; you can keep it as it is',
  offline: 'No connection: write the address as it is',
  outdated: 'The addresses are being updated: write the address as it is',
  chosen: (line) => `Chosen: ${line}`,
  written: (line) => `Kept as it is: ${line}`,
};
