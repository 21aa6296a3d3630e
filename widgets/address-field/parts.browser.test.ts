import { expect } from 'chai';

import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import { waitUntilFound } from '../../tests/widgets/page.ts';
import {
  optionLinesOf,
  openAddressField,
  pressKeys,
  TEST_ADDRESSES_URL,
  typeInto,
} from '../../tests/widgets/address-field.ts';
import type { AddressField } from './address-field.ts';

const part = (field: AddressField, id: string) =>
  waitUntilFound(() => field.renderRoot.querySelector<HTMLInputElement>(`#${id}`), id);

async function openParts(properties: Partial<AddressField> = {}): Promise<AddressField> {
  const field = await openAddressField({ mode: 'parts', ...properties });
  await part(field, 'locality');
  return field;
}

/** Types into a combobox and takes the first suggestion that has the words. */
async function pick(field: AddressField, id: string, text: string, line: string): Promise<void> {
  await typeInto(field, await part(field, id), text);
  await waitUntilFound(() => optionLinesOf(field).includes(line), line);
  // The list may still show what was found before.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const index = optionLinesOf(field).indexOf(line);
  await pressKeys(field, ...Array.from({ length: index + 1 }, () => 'ArrowDown'), 'Enter');
}

describe('<okno-address-field mode="parts">', () => {
  it('asks for the parts of an address in one named group', async () => {
    const field = await openParts({ label: 'Где вы живёте', required: true, error: 'Введите адрес' });
    expect(field.renderRoot.querySelector('fieldset > legend')?.textContent.trim()).to.equal('Где вы живёте');
    const labels = [...field.renderRoot.querySelectorAll('label')].map(({ textContent }) => textContent);
    expect(labels).to.deep.equal(['Город или село', 'Улица', 'Дом', 'Корпус, стр.', 'Квартира', 'Индекс']);
    expect((await part(field, 'postcode')).autocomplete).to.equal('postal-code');
    expect((await part(field, 'flat')).inputMode).to.equal('numeric');
    await expectAccessible(field);
  });

  it('narrows the streets by the place, fills the postcode in, and has the value of one line', async () => {
    document.body.innerHTML = `<form><okno-address-field name="home" mode="parts" src="${TEST_ADDRESSES_URL}"></okno-address-field></form>`;
    const field = document.querySelector<AddressField>('okno-address-field');
    const form = document.querySelector('form');
    if (!field || !form) throw new Error('There is no form');
    await pick(field, 'locality', 'барн', 'Барнаул');
    await typeInto(field, await part(field, 'street'), 'ленин');
    await waitUntilFound(() => optionLinesOf(field).includes('ул Ленинградская'), 'the streets');
    expect(optionLinesOf(field).filter((line) => /Бийск|Новоалтайск/.test(line))).to.deep.equal([]);
    await expectAccessible(field);
    await pick(field, 'street', 'градск', 'ул Ленинградская');
    await typeInto(field, await part(field, 'house'), '12');
    await typeInto(field, await part(field, 'block'), '2');
    await typeInto(field, await part(field, 'flat'), '5');
    await waitUntilFound(() => field.value?.postcode === '656016', 'the postcode');
    expect((await part(field, 'postcode')).value).to.equal('656016');
    expect(Object.fromEntries(new FormData(form))).to.deep.equal({
      home: 'Барнаул, ул Ленинградская, 12к2, кв 5',
      'home.kladr': '22000001000004100',
      'home.okato': '01401000000',
      'home.postcode': '656016',
      'home.house': '12к2',
      'home.flat': '5',
    });
  });

  it('never overwrites a postcode that was corrected', async () => {
    const field = await openParts();
    await typeInto(field, await part(field, 'postcode'), '658999');
    await pick(field, 'locality', 'барн', 'Барнаул');
    await pick(field, 'street', 'ленинградск', 'ул Ленинградская');
    await typeInto(field, await part(field, 'house'), '12');
    await waitUntilFound(() => field.value?.house === '12', 'the house');
    expect((await part(field, 'postcode')).value).to.equal('658999');
    expect(field.value?.postcode).to.equal('658999');
  });

  it('takes what is in no list as it is', async () => {
    const field = await openParts({ required: true });
    expect(field.validity.valueMissing).to.equal(true);
    await typeInto(field, await part(field, 'locality'), 'Заимка');
    await typeInto(field, await part(field, 'street'), 'Лесная дорога');
    await typeInto(field, await part(field, 'house'), '3');
    expect(field.value).to.deep.equal({ line: 'Заимка, Лесная дорога, 3', house: '3', manual: true });
    expect(field.validity.valid).to.equal(true);
  });

  it('drops the codes of a street when another place is typed', async () => {
    const field = await openParts();
    await pick(field, 'locality', 'барн', 'Барнаул');
    await pick(field, 'street', 'ленинградск', 'ул Ленинградская');
    await typeInto(field, await part(field, 'locality'), 'ово');
    expect(field.value).to.deep.equal({ line: 'Барнаулово, ул Ленинградская', manual: true });
  });

  it('takes a value from outside to pieces, and goes back to nothing on reset', async () => {
    const field = await openParts({
      value: {
        line: 'Бийск, ул Советская, 5, кв 7',
        kladr: '22000004000001700',
        house: '5',
        flat: '7',
        postcode: '659300',
        manual: false,
      },
    });
    const texts = async () =>
      Promise.all(
        ['locality', 'street', 'house', 'block', 'flat', 'postcode'].map(
          async (id) => (await part(field, id)).value,
        ),
      );
    expect(await texts()).to.deep.equal(['Бийск', 'ул Советская', '5', '', '7', '659300']);
    field.formResetCallback();
    await field.updateComplete;
    expect(await texts()).to.deep.equal(['', '', '', '', '', '']);
    expect(field.value).to.equal(undefined);
  });

  it('fits a telephone of 320 px', async () => {
    const field = await openParts();
    field.style.inlineSize = '288px';
    await field.updateComplete;
    for (const input of field.renderRoot.querySelectorAll('input')) {
      const { right, width } = input.getBoundingClientRect();
      expect(right).to.be.at.most(field.getBoundingClientRect().right);
      expect(width).to.be.at.least(96);
    }
  });

  for (const [what, house] of [
    ['the street', ''],
    ['the house', '12'],
  ] as const)
    it(`takes what was typed with Enter in ${what}, and submits the form`, async () => {
      document.body.innerHTML = `<form><okno-address-field mode="parts" src="${TEST_ADDRESSES_URL}"></okno-address-field></form>`;
      const field = document.querySelector<AddressField>('okno-address-field');
      const form = document.querySelector('form');
      if (!field || !form) throw new Error('There is no form');
      let value: AddressField['value'];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        ({ value } = field);
      });
      await typeInto(field, await part(field, 'locality'), 'барнаул');
      await typeInto(field, await part(field, 'street'), 'ленинградская');
      await waitUntilFound(() => optionLinesOf(field).length, 'the streets');
      const last = await part(field, house ? 'house' : 'street');
      if (house) await typeInto(field, last, house);
      const press = () => last.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      press();
      // In a list the first Enter only closes it.
      await waitUntilFound(() => field.value?.manual === false, 'the codes');
      if (!house) press();
      await waitUntilFound(() => value, 'the form');
      expect(value).to.include({ kladr: '22000001000004100', manual: false, ...(house && { house }) });
    });
});
