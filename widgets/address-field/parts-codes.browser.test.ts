import { expect } from 'chai';

import { waitUntilFound } from '../../tests/widgets/page.ts';
import {
  blurInput,
  innerElement,
  inputElementOf,
  openAddressField,
  optionElementsOf,
  pressKeys,
  TEST_ADDRESSES_URL,
  TEST_GAR_ADDRESSES_URL,
  typeAddress,
  typeInto,
} from '../../tests/widgets/address-field.ts';
import type { Address } from '../contract/values/schemas.ts';
import type { AddressField } from './address-field.ts';

const real = window.fetch.bind(window);

/** Opens an index of its own, of which nothing is fetched yet. */
let folders = 0;
const fresh = (folder: string) => `${folder}?parts-${++folders}`;

const part = (field: AddressField, id: string) => innerElement(field, `#${id}`) as HTMLInputElement;

async function openParts(properties: Partial<AddressField>): Promise<AddressField> {
  const field = await openAddressField({ mode: 'parts', ...properties });
  await waitUntilFound(() => field.renderRoot.querySelector('#locality'), 'the parts');
  return field;
}

/** Types into a combobox and takes the first suggestion. */
async function chooseFirst(field: AddressField, id: string, text: string): Promise<void> {
  await typeInto(field, part(field, id), text);
  await waitUntilFound(() => optionElementsOf(field).length > 1, 'a suggestion');
  await pressKeys(field, 'ArrowDown', 'Enter');
}

/** The same address in one line. */
async function inLine(line: string): Promise<Address | undefined> {
  const field = await openAddressField({ src: TEST_GAR_ADDRESSES_URL });
  await typeAddress(field, line);
  optionElementsOf(field)[0]?.click();
  await waitUntilFound(() => field.value?.fias, 'the GUID');
  return field.value;
}

describe('<okno-address-field mode="parts"> and the codes', () => {
  afterEach(() => {
    window.fetch = real;
  });

  it('gives the same as the line, with the GUID', async () => {
    const field = await openParts({ src: TEST_GAR_ADDRESSES_URL });
    await chooseFirst(field, 'locality', 'барн');
    await waitUntilFound(() => field.value?.fias === '00000000-0000-4000-8000-000000000002', 'its GUID');
    await chooseFirst(field, 'street', 'садов');
    await typeInto(field, part(field, 'house'), '12');
    await waitUntilFound(() => field.value?.fias === '00000000-0000-4000-8000-000000000003', 'its GUID');
    await waitUntilFound(() => field.value?.postcode, 'the house');
    expect(field.value).to.deep.equal(await inLine('барн садов 12'));
  });

  it('gives the same in a place without streets', async () => {
    const field = await openParts({ src: TEST_GAR_ADDRESSES_URL });
    await chooseFirst(field, 'locality', 'михайл');
    await typeInto(field, part(field, 'house'), '5');
    await waitUntilFound(() => field.value?.postcode === '658709', 'the house');
    expect(field.value).to.deep.equal(await inLine('михайловка 5'));
  });

  it('looks the house up when the connection is back', async () => {
    const field = await openParts({ src: fresh(TEST_ADDRESSES_URL) });
    let isOnline = false;
    window.fetch = (...request) => (isOnline ? real(...request) : Promise.reject(new TypeError('offline')));
    const [line, kladr] = ['Барнаул, ул Ленинградская', '22000001000004100'];
    field.value = { line, kladr, manual: false };
    await field.updateComplete;
    await typeInto(field, part(field, 'house'), '12');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(field.value).to.deep.equal({ line: `${line}, 12`, kladr, house: '12', manual: false });
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await waitUntilFound(() => field.value?.postcode === '656016', 'the postcode');
  });

  it('recognizes what was typed without a connection when it is back', async () => {
    const field = await openParts({ src: fresh(TEST_ADDRESSES_URL) });
    let isOnline = false;
    window.fetch = (...request) => (isOnline ? real(...request) : Promise.reject(new TypeError('offline')));
    for (const [id, text] of [
      ['locality', 'барнаул'],
      ['street', 'ленинградская'],
      ['house', '12'],
    ] as const)
      await typeInto(field, part(field, id), text);
    blurInput(part(field, 'house'));
    innerElement(field, 'fieldset').dispatchEvent(new FocusEvent('focusout'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(field.value).to.deep.include({ line: 'барнаул, ленинградская, 12', manual: true });
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await waitUntilFound(() => field.value?.manual === false, 'the codes');
    expect(field.value).to.include({ line: 'Барнаул, ул Ленинградская, 12', postcode: '656016' });
  });

  it('searches again when the server has healed', async () => {
    let broken = 2;
    window.fetch = (...request) =>
      broken-- > 0 ? Promise.resolve(new Response('', { status: 503 })) : real(...request);
    const field = await openParts({ src: fresh(TEST_ADDRESSES_URL) });
    await typeInto(field, inputElementOf(field), 'барн');
    await waitUntilFound(() => optionElementsOf(field).length > 1, 'suggestions');
  });
});
