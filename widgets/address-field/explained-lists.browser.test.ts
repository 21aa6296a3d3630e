import { expect } from 'chai';

import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import { visibleTextOf, waitUntilFound } from '../../tests/widgets/page.ts';
import {
  blurInput,
  innerElement,
  inputElementOf,
  openAddressField,
  optionElementsOf,
  optionLinesOf,
  pressKeys,
  statusTextOf,
  typeAddress,
} from '../../tests/widgets/address-field.ts';
import type { AddressField } from './address-field.ts';

const STREET = 'Барнаул, ул Лазурная';
const NEAR = 'Дома 61 в справочнике нет. Ниже — ближайшие дома';

const noticeOf = (field: AddressField) => field.renderRoot.querySelector('.reason')?.textContent;
const rest = () => new Promise((resolve) => setTimeout(resolve, 400));
const waitUntilHeard = (field: AddressField, text: string) =>
  waitUntilFound(() => statusTextOf(field) === text, text);

/** A field with a street that was chosen, and what is typed behind it. */
async function behindStreet(ending: string, properties: Partial<AddressField> = {}): Promise<AddressField> {
  const field = await openAddressField(properties);
  await typeAddress(field, 'барн лазурная');
  await pressKeys(field, 'ArrowDown', 'Enter');
  await typeAddress(field, ending);
  return field;
}

describe('<okno-address-field> and a house that is not listed', () => {
  it('says so, and offers the house as it was typed and the nearest listed ones', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лазурная 61, кв 5');
    const houses = ['61', '58', '59', '60'].map((house) => `${STREET}, ${house}, кв 5`);
    expect(optionLinesOf(field).slice(0, -1)).to.deep.equal(houses);
    expect(noticeOf(field)).to.equal(NEAR);
    await waitUntilHeard(field, NEAR);
    await expectAccessible(field);
  });

  it('gives one of them by keyboard and by mouse, behind a chosen street too', async () => {
    for (const choose of [
      (field: AddressField) => pressKeys(field, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'),
      async (field: AddressField) => {
        optionElementsOf(field)[3]?.click();
        await field.updateComplete;
      },
    ]) {
      const field = await behindStreet('61, кв 5');
      expect(noticeOf(field)).to.equal(NEAR);
      await choose(field);
      expect(field.value).to.deep.include({
        ...{ line: `${STREET}, 60, кв 5`, house: '60', flat: '5', postcode: '656064', manual: false },
      });
    }
  });

  it('keeps what was typed when none is chosen: a manual address with the code of the street', async () => {
    const field = await behindStreet('61 корп. 2');
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value?.manual));
    blurInput(inputElementOf(field));
    await rest();
    const { line = '', kladr, house, manual } = field.value ?? {};
    expect([line, kladr]).to.deep.equal([`${STREET}, 61 корп. 2`, '22000001000003900']);
    expect([house, manual]).to.deep.equal(['61к2', true]);
    expect(visibleTextOf(field)).to.include('дома 61к2 в справочнике нет');
    expect(visibleTextOf(field)).to.include('Индекс 656064');
    expect(changes).to.deep.equal([true]);
  });

  it('keeps it with the code also when the whole address was typed, and puts it back at one press', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барнаул лазурная 61');
    blurInput(inputElementOf(field));
    await waitUntilFound(() => field.value?.kladr, 'the code');
    expect(field.value).to.include({ line: `${STREET}, 61`, house: '61', manual: true });
    await waitUntilHeard(field, 'дома 61 в справочнике нет, запишем как вы написали');
    blurInput(inputElementOf(field));
    await rest();
    expect(field.value).to.include({ house: '61', manual: true });
    innerElement(field, '.whole .link').click();
    expect(field.value).to.deep.equal({ line: 'барнаул лазурная 61', manual: true });
  });

  it('is chosen where the citizen takes it from the list, whatever flat follows', async () => {
    const field = await behindStreet('61');
    optionElementsOf(field)[0]?.click();
    await field.updateComplete;
    expect(field.value).to.include({ house: '61', manual: false });
    await typeAddress(field, ', кв 1');
    expect(field.value).to.include({ house: '61', flat: '1', manual: false });
    await typeAddress(field, '2');
    expect(field.value).to.include({ house: '61', flat: '12', manual: false });
  });
});

describe('<okno-address-field> and a place without streets', () => {
  it('says that the house follows, and takes it', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'михайловка');
    expect(innerElement(field, '[role=option]').innerText).to.include('улиц в справочнике нет, допишите дом');
    await pressKeys(field, 'ArrowDown', 'Enter');
    await typeAddress(field, '5');
    expect(optionLinesOf(field)[0]).to.equal('Каменский р-н, п Михайловка, 5');
    blurInput(inputElementOf(field));
    await waitUntilFound(() => field.value?.house, 'the house');
    expect(field.value).to.include({ kladr: '2201800001600', house: '5', manual: false });
  });
});

describe('<okno-address-field within>', () => {
  const only = (place: string) => `Форма только для адресов этого места: ${place}`;

  it('says whose addresses the form takes, in place of an empty list', async () => {
    for (const [within, place] of [
      ['2203200000000', 'Павловский р-н'],
      ['pavlovskiy-rayon', 'Павловский р-н'],
      ['22000001', 'Барнаул'],
      ['22', 'Алтайский край'],
    ] as const) {
      const field = await openAddressField({ within });
      await typeAddress(field, 'москва тверская 7');
      expect(noticeOf(field)).to.equal(only(place));
      await waitUntilHeard(field, only(place));
      expect(optionLinesOf(field)).to.have.length(1);
    }
  });

  it('offers no street of its own place for an address that lies elsewhere', async () => {
    const field = await openAddressField({ within: '22032' });
    await typeAddress(field, 'барнаул ленина 12');
    expect(noticeOf(field)).to.equal(only('Павловский р-н'));
    expect(optionLinesOf(field)).to.have.length(1);
    blurInput(inputElementOf(field));
    await rest();
    expect(field.value).to.deep.equal({ line: 'барнаул ленина 12', manual: true });
  });

  it('says nothing of it where the address lies within', async () => {
    const field = await openAddressField({ within: '22032' });
    await typeAddress(field, 'павловск ленина 12');
    expect(noticeOf(field)).to.equal(undefined);
    expect(optionLinesOf(field)[0]).to.equal('Павловский р-н, с Павловск, ул Ленина, 12');
  });
});
