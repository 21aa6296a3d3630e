/** What a person does with `<okno-address-field>`, for its tests. */
import { sendKeys } from '@web/test-runner-commands';

import { waitUntilFound, mountElement } from './page.ts';
import type { AddressField } from '../../widgets/address-field/address-field.ts';
import '../../widgets/address-field/register.ts';

/** Where the test portal serves the address index. */
export const TEST_ADDRESSES_URL = '/okno-test/addresses/';
/** Where it serves a small index of ГАР, which has GUIDs. */
export const TEST_GAR_ADDRESSES_URL = '/okno-test/gar-addresses/';

/** Puts an address field on the page. */
export async function openAddressField(properties: Partial<AddressField> = {}): Promise<AddressField> {
  return mountElement<AddressField>('okno-address-field', {
    name: 'address',
    label: 'Адрес',
    src: TEST_ADDRESSES_URL,
    ...properties,
  });
}

/** An element inside of the field. Throws where there is none. */
export const innerElement = (field: AddressField, selector: string) => {
  const element = field.renderRoot.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}`);
  return element;
};
/** The first input of the field. */
export const inputElementOf = (field: AddressField) => innerElement(field, 'input') as HTMLInputElement;
/** The suggestions that are shown. */
export const optionElementsOf = (field: AddressField) => [
  ...field.renderRoot.querySelectorAll<HTMLElement>('[role=option]'),
];
/** The first lines of the suggestions that are shown. */
export const optionLinesOf = (field: AddressField) =>
  optionElementsOf(field).map(({ innerText }) => innerText.split('\n')[0] ?? '');
/** What the field tells screen readers. */
export const statusTextOf = (field: AddressField) => innerElement(field, '[role=status]').textContent;
/** The first line of the suggestion on which the keyboard is. */
export const selectedLineOf = (field: AddressField) =>
  field.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.innerText.split('\n')[0];

/** Moves the focus into an input. A window in the background moves it without an event: then the event is sent. */
export function focusInput(input: HTMLInputElement): void {
  moveFocus(input, 'focus');
}
/** Moves the focus out of an input, likewise. */
export function blurInput(input: HTMLInputElement): void {
  moveFocus(input, 'blur');
}
function moveFocus(input: HTMLInputElement, name: 'focus' | 'blur'): void {
  const events: Event[] = [];
  input.addEventListener(name, (event) => events.push(event), { once: true });
  input[name]();
  if (events.length === 0) input.dispatchEvent(new FocusEvent(name));
}

/** Types as a person does, behind the text that is there. */
export async function typeInto(field: AddressField, input: HTMLInputElement, text: string): Promise<void> {
  input.focus();
  input.setRangeText(text, input.value.length, input.value.length, 'end');
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await field.updateComplete;
}

/** Types into the line and waits for the list, whose last option is the text itself. */
export async function typeAddress(field: AddressField, text: string): Promise<void> {
  const input = inputElementOf(field);
  await typeInto(field, input, text);
  const ownText = `«${input.value.trim()}»`;
  await waitUntilFound(() => optionLinesOf(field).at(-1)?.includes(ownText), `the list for ${ownText}`);
  // The list may still show the suggestions for the text before.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await field.updateComplete;
}

/** Presses keys one after the other: `'ArrowDown', 'Enter'`. */
export async function pressKeys(field: AddressField, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await field.updateComplete;
}
