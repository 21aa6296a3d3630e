// Longer than most: each word of the field has to be seen in one of its states.
import type { States } from '../../tests/gallery/states.ts';
import {
  blurInput,
  focusInput,
  innerElement,
  inputElementOf,
  openAddressField as openField,
  optionElementsOf,
  pressKeys,
  statusTextOf,
  typeAddress,
  typeInto,
} from '../../tests/widgets/address-field.ts';
import { waitUntilFound, openPortal, visibleTextOf, spoil } from '../../tests/widgets/page.ts';
import type { AddressesError } from '../addresses/index/errors.ts';
import type { AddressField } from './address-field.ts';
import { extraMessages } from './extra-messages.ts';
import { ru } from './messages.ts';
import { REMEMBERED_KEY } from './value.ts';

type Mode = `mode-${AddressField['mode']}`;
type Wanted =
  | 'wrong'
  | 'disabled'
  | 'busy'
  | 'suggestions'
  | 'selected'
  | 'none'
  | 'former'
  | 'forgotten'
  | 'manual'
  | 'recognized'
  | 'unknown'
  | 'near-houses'
  | 'no-streets'
  | 'only-within';
/** States of the parts only. */
type InParts = 'parts-filled' | 'parts-old-street' | 'parts-no-streets' | 'parts-near-houses';
type Chosen = 'street' | 'house' | 'unlisted' | 'postcode' | 'postcode-short' | 'remembered';
type AddressState = Mode | Wanted | Chosen | InParts | AddressesError['reason'];

/** How it is read out that something was chosen. */
const SAID = ru.chosen('');
const TYPED = 'барн ленинградск 12';

async function open(properties: Partial<AddressField> = {}): Promise<AddressField> {
  localStorage.removeItem(REMEMBERED_KEY);
  return openField({ optional: 'необязательно', ...properties });
}

/** A field with a list of suggestions, or with the reason why there is none. */
async function typed(text: string, properties?: Partial<AddressField>): Promise<AddressField> {
  const field = await open(properties);
  await typeAddress(field, text);
  // What the list says to those who listen comes when the fingers rest.
  await waitUntilFound(() => statusTextOf(field), 'what is read out');
  return field;
}

/** A field with a suggestion that was chosen. */
async function chosen(text: string, words: string): Promise<AddressField> {
  const field = await typed(text);
  optionElementsOf(field)[0]?.click();
  await waitUntilFound(() => statusTextOf(field).startsWith(SAID), 'that it is chosen');
  await waitUntilFound(() => visibleTextOf(field).includes(words), words);
  return field;
}

/** A field whose postcode is being corrected. */
async function corrected(digits: string): Promise<AddressField> {
  const field = await chosen(TYPED, 'Индекс');
  field.renderRoot.querySelector<HTMLElement>('.below .link')?.click();
  field.correctPostcode(digits);
  await waitUntilFound(() => field.renderRoot.querySelector('#postcode'), 'the postcode');
  return field;
}

/** A field that offers the address which is kept on this device. */
async function remembered(): Promise<AddressField> {
  const field = await chosen(TYPED, 'Индекс');
  field.renderRoot.querySelector<HTMLElement>('.below [type=checkbox]')?.click();
  const other = await openField();
  focusInput(inputElementOf(other));
  await waitUntilFound(() => visibleTextOf(other).includes(ru.forget()), 'the list');
  return other;
}

/** A field with parts, filled with an address that is chosen in the line before. */
async function inParts(text: string): Promise<AddressField> {
  const { value } = await chosen(text, '');
  const field = await open({ mode: 'parts', value });
  await waitUntilFound(
    () => field.renderRoot.querySelector<HTMLInputElement>('#locality')?.value,
    'the place',
  );
  return field;
}

/** Types into a part. */
async function typeIntoPart(field: AddressField, part: string, text: string): Promise<void> {
  await typeInto(field, innerElement(field, `#${part}`) as HTMLInputElement, text);
}

/** The address of an index that never comes. */
async function silentIndex(): Promise<string> {
  await spoil({ kind: 'latency', ms: 60_000, path: '/v1/' });
  const { config } = await openPortal();
  return `${config.portal.href}v1/`;
}

/** The states of `<okno-address-field>`. */
export const states = {
  'mode-line': () => open(),
  wrong: () => open({ required: true, error: ru.required }),
  disabled: () => open({ disabled: true, value: { line: 'Барнаул, ул Ленинградская, 12', manual: false } }),
  busy: async () => {
    const field = await open({ src: await silentIndex() });
    await typeInto(field, inputElementOf(field), 'барн');
    await waitUntilFound(() => field.renderRoot.querySelector('.busy'), ru.busy);
    return field;
  },
  suggestions: () => typed('барн лен'),
  selected: async () => {
    const field = await typed('барн');
    await pressKeys(field, 'ArrowDown');
    return field;
  },
  former: () => typed('барн л.толстого'),
  none: () => typed('абракадабра'),
  offline: () => typed('барн', { src: 'http://localhost:9/' }),
  outdated: () => typed('барн', { src: '/okno-test/nowhere/' }),
  manual: async () => {
    const field = await typed('деревня, которой нет, 5');
    optionElementsOf(field).at(-1)?.click();
    await waitUntilFound(() => statusTextOf(field).startsWith(ru.written('')), 'that it is written');
    return field;
  },
  recognized: async () => {
    const field = await typed('барнаул ленинградская 12');
    blurInput(inputElementOf(field));
    await waitUntilFound(
      () => statusTextOf(field).startsWith(extraMessages.recognized()),
      'that it is found',
    );
    await waitUntilFound(() => visibleTextOf(field).includes(extraMessages.undo), extraMessages.undo);
    return field;
  },
  unknown: () => typed('барнаул новейшая 5'),
  'near-houses': () => typed('барн лазурная 61, кв 5'),
  'no-streets': () => typed('михайловка'),
  'only-within': () => typed('москва тверская 7', { within: '22032' }),
  street: () => chosen('барн ленинградск', ''),
  house: () => chosen(TYPED, 'Индекс'),
  unlisted: () => chosen('барн лазурная 61', extraMessages.unlisted('61')),
  postcode: () => corrected('656999'),
  'postcode-short': () => corrected('6560'),
  remembered,
  forgotten: async () => {
    const field = await remembered();
    optionElementsOf(field).at(-1)?.click();
    await waitUntilFound(() => statusTextOf(field) === extraMessages.forgotten, 'that they are forgotten');
    return field;
  },
  'mode-parts': async () => {
    const field = await open({ mode: 'parts' });
    await waitUntilFound(() => visibleTextOf(field).includes(extraMessages.locality), 'the parts');
    return field;
  },
  'parts-filled': () => inParts(TYPED),
  'parts-old-street': async () => {
    const field = await inParts(TYPED);
    await typeIntoPart(field, 'locality', 'ово');
    blurInput(inputElementOf(field));
    await waitUntilFound(() => visibleTextOf(field).includes(extraMessages.keepStreet), 'the question');
    return field;
  },
  'parts-no-streets': async () => {
    const field = await inParts('михайловка');
    await typeIntoPart(field, 'house', '5');
    await waitUntilFound(() => visibleTextOf(field).includes(extraMessages.houseFollows), 'that it follows');
    return field;
  },
  'parts-near-houses': async () => {
    const field = await inParts('барн лазурная');
    await typeIntoPart(field, 'house', '61');
    await waitUntilFound(() => visibleTextOf(field).includes(extraMessages.nearest), 'the nearest houses');
    return field;
  },
} satisfies States<AddressState>;
