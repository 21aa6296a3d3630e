/** What a person does with `<okno-address-field>`, for its tests. */
import { sendKeys } from '@web/test-runner-commands';

import { waitUntilFound, mountElement } from './page.ts';
import type { AddressField } from '../../widgets/address-field/address-field.ts';
import '../../widgets/address-field/register.ts';

export const TEST_ADDRESSES_URL = '/okno-test/addresses/';

export async function openAddressField(properties: Partial<AddressField> = {}): Promise<AddressField> {
  return mountElement<AddressField>('okno-address-field', {
    name: 'address',
    label: 'Адрес',
    src: TEST_ADDRESSES_URL,
    ...properties,
  });
}

export const innerElement = (field: AddressField, selector: string) => {
  const found = field.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
export const inputElementOf = (field: AddressField) => innerElement(field, 'input') as HTMLInputElement;
export const optionElementsOf = (field: AddressField) => [
  ...field.renderRoot.querySelectorAll<HTMLElement>('[role=option]'),
];
export const optionLinesOf = (field: AddressField) =>
  optionElementsOf(field).map(({ innerText }) => innerText.split('\n')[0] ?? '');
export const statusTextOf = (field: AddressField) => innerElement(field, '[role=status]').textContent;
export const selectedLineOf = (field: AddressField) =>
  field.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.innerText.split('\n')[0];

/** Goes into an input, or leaves it. A window that is not in front has the focus moved without an event: it is sent then. */
export function focusInput(input: HTMLInputElement): void {
  withEvent(input, 'focus');
}
export function blurInput(input: HTMLInputElement): void {
  withEvent(input, 'blur');
}
function withEvent(input: HTMLInputElement, name: 'focus' | 'blur'): void {
  const events: Event[] = [];
  input.addEventListener(name, (event) => events.push(event), { once: true });
  input[name]();
  if (events.length === 0) input.dispatchEvent(new FocusEvent(name));
}

/** Types as a person does, behind what stands there. */
export async function typeInto(field: AddressField, input: HTMLInputElement, text: string): Promise<void> {
  input.focus();
  input.setRangeText(text, input.value.length, input.value.length, 'end');
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await field.updateComplete;
}

/** Types into the line and waits for the list. */
export async function typeAddress(field: AddressField, text: string): Promise<void> {
  const input = inputElementOf(field);
  await typeInto(field, input, text);
  const asItIs = `«${input.value.trim()}»`;
  await waitUntilFound(() => optionLinesOf(field).at(-1)?.includes(asItIs), `the list for ${asItIs}`);
  // The list may still show what was found before.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await field.updateComplete;
}

export async function pressKeys(field: AddressField, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await field.updateComplete;
}
