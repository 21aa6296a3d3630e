import { expect } from 'chai';

import {
  blurInput,
  focusInput,
  innerElement,
  inputElementOf,
  openAddressField,
  optionLinesOf,
  pressKeys,
  statusTextOf,
  typeAddress,
  typeInto,
} from '../../tests/widgets/address-field.ts';
import { visibleTextOf, waitUntilFound } from '../../tests/widgets/page.ts';
import type { AddressField } from './address-field.ts';
import { REMEMBERED_KEY } from './value.ts';

const LINE = 'Барнаул, пр-кт Ленина, 12';
const UNDO = 'Оставить, как я написала';

/** Puts a text into the line as `inputType` says, in one piece. */
async function insert(field: AddressField, text: string, inputType: string): Promise<void> {
  const input = inputElementOf(field);
  focusInput(input);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType }));
  await field.updateComplete;
}
beforeEach(() => {
  localStorage.removeItem(REMEMBERED_KEY);
});

const waitUntilChosen = (field: AddressField) =>
  waitUntilFound(() => field.value?.manual === false, 'the codes');
const rest = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('<okno-address-field> when it is left', () => {
  it('gives an address that was typed to its end its codes, and tells the form once more', async () => {
    const field = await openAddressField();
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value?.manual));
    await typeAddress(field, LINE);
    blurInput(inputElementOf(field));
    await waitUntilChosen(field);
    expect(field.value).to.include({ line: LINE, house: '12' });
    expect(field.value?.kladr).to.match(/^2200000100\d{5}00$/);
    expect(changes).to.deep.equal([true, false]);
    expect(visibleTextOf(field)).not.to.include(UNDO);
  });

  it('takes the only address that the words can mean, says so, and puts them back at one press', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барнаул ленина 12 кв 5');
    blurInput(inputElementOf(field));
    await waitUntilChosen(field);
    expect(field.value).to.include({ line: `${LINE}, кв 5`, house: '12', flat: '5' });
    await waitUntilFound(
      () => statusTextOf(field) === `Адрес найден в справочнике: ${LINE}, кв 5`,
      'what is read out',
    );
    await waitUntilFound(() => visibleTextOf(field).includes(UNDO), UNDO);
    innerElement(field, '.whole .link').click();
    await field.updateComplete;
    expect(inputElementOf(field).value).to.equal('барнаул ленина 12 кв 5');
    expect(field.value).to.deep.equal({ line: 'барнаул ленина 12 кв 5', manual: true });
    blurInput(inputElementOf(field));
    await rest();
    expect(field.value?.manual).to.equal(true);
  });

  it('reads the house behind a street anew with every word, whatever was found before', async () => {
    for (const [first, then, house] of [
      ['12 стр', ' 5', '12стр5'],
      ['12, подъезд 3', ' а', '12'],
      ['12', ' за мостом', undefined],
      ['12, подъезд 3', ', кв 5', '12'],
    ] as const) {
      const field = await openAddressField();
      await typeAddress(field, 'барн ленинград');
      await pressKeys(field, 'ArrowDown', 'Enter');
      await typeAddress(field, first);
      await typeAddress(field, then);
      blurInput(inputElementOf(field));
      await rest();
      expect(field.value?.house, first + then).to.equal(house);
    }
  });

  it('takes another town that was written before a chosen street, and says so', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн советск');
    await pressKeys(field, 'ArrowDown', 'Enter');
    const street = field.value?.kladr;
    inputElementOf(field).value = 'Бийск, ул Советская';
    await typeAddress(field, ', 12');
    expect(field.value).to.deep.equal({ line: 'Бийск, ул Советская, 12', manual: true });
    blurInput(inputElementOf(field));
    await waitUntilChosen(field);
    expect(field.value?.kladr).to.match(/^2200000400\d{5}00$/);
    expect(street).to.match(/^2200000100\d{5}00$/);
    await waitUntilFound(() => statusTextOf(field).startsWith('Адрес найден'), 'what is read out');
  });

  it('takes nothing in doubt', async () => {
    for (const text of [
      'барнаул ленинградска 12',
      'ленинградская 12',
      'Барнаул, пр-кт Ленина, 12 за мостом',
    ]) {
      const field = await openAddressField();
      await typeAddress(field, text);
      blurInput(inputElementOf(field));
      await rest();
      expect(field.value, text).to.include({ line: text, manual: true }).and.not.have.property('house');
    }
  });

  it('takes nothing that the host page refuses', async () => {
    const field = await openAddressField();
    field.addEventListener('okno-address-choose', (event) => {
      event.preventDefault();
    });
    await typeAddress(field, LINE);
    blurInput(inputElementOf(field));
    await rest();
    expect(field.value).to.deep.equal({ line: LINE, manual: true });
  });

  it('leaves a value from outside as it is', async () => {
    const field = await openAddressField({ value: { line: LINE, manual: true } });
    focusInput(inputElementOf(field));
    blurInput(inputElementOf(field));
    await rest();
    expect(field.value).to.deep.equal({ line: LINE, manual: true });
  });
});

describe('<okno-address-field> when an address comes in one piece', () => {
  it('takes it at Enter, before the first answer too, and does not send the form', async () => {
    const field = await openAddressField();
    await typeInto(field, inputElementOf(field), 'барнаул ленина 12');
    await pressKeys(field, 'Enter');
    await waitUntilChosen(field);
    expect(inputElementOf(field).value).to.equal(LINE);
    expect(inputElementOf(field).selectionStart).to.equal(LINE.length);
    await rest();
    expect(inputElementOf(field).ariaExpanded).to.equal('false');
  });

  it('takes it when it is pasted, or filled in by the browser', async () => {
    for (const inputType of ['insertFromPaste', 'insertReplacementText']) {
      const field = await openAddressField();
      await insert(field, 'г. Барнаул, проспект Ленина, д. 12', inputType);
      await waitUntilChosen(field);
      expect(field.value?.line).to.equal(LINE);
    }
    const field = await openAddressField();
    inputElementOf(field).value = LINE;
    inputElementOf(field).dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntilChosen(field);
  });

  it('waits for the house when a part is pasted', async () => {
    const field = await openAddressField();
    await insert(field, 'Барнаул', 'insertFromPaste');
    await waitUntilFound(() => optionLinesOf(field).length > 1, 'the list');
    expect(field.value).to.deep.equal({ line: 'Барнаул', manual: true });
  });

  it('has a name and a purpose that browsers know', async () => {
    const input = inputElementOf(await openAddressField());
    expect([input.name, input.autocomplete]).to.deep.equal(['address', 'street-address']);
  });

  it('searches composed letters when they are complete', async () => {
    const field = await openAddressField();
    const input = inputElementOf(field);
    focusInput(input);
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.value = 'барн';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
    await rest();
    expect(input.ariaExpanded).to.equal('false');
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'барн' }));
    await waitUntilFound(() => optionLinesOf(field).length > 1, 'the list');
  });

  it('takes nothing at the Enter that ends a composition', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен');
    await pressKeys(field, 'ArrowDown');
    const input = inputElementOf(field);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await rest();
    expect([input.value, input.ariaExpanded]).to.deep.equal(['барн лен', 'true']);
  });

  it('shows the end of a long address on a telephone of 320 px', async () => {
    const field = await openAddressField();
    field.style.inlineSize = '288px';
    await typeAddress(field, 'Павловский р-н, с Павловск, ул Ленина, 5, кв 12');
    blurInput(inputElementOf(field));
    await rest();
    const { scrollLeft, scrollWidth, clientWidth } = inputElementOf(field);
    expect(scrollWidth).to.be.greaterThan(clientWidth);
    expect(scrollLeft + clientWidth).to.be.at.least(scrollWidth - 1);
  });
});
