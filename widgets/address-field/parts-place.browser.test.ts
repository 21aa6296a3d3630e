import { expect } from 'chai';

import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import { findButton, visibleTextOf, waitUntilFound } from '../../tests/widgets/page.ts';
import {
  blurInput,
  focusInput,
  innerElement,
  openAddressField,
  optionLinesOf,
  pressKeys,
  statusTextOf,
  typeInto,
} from '../../tests/widgets/address-field.ts';
import type { AddressField } from './address-field.ts';

const QUESTION = 'Место другое, а улица прежняя: ул Ленинградская.';

const part = (field: AddressField, id: string) => innerElement(field, `#${id}`) as HTMLInputElement;
const textsOf = (field: AddressField) => ['locality', 'street', 'house'].map((id) => part(field, id).value);
const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

async function openParts(properties: Partial<AddressField> = {}): Promise<AddressField> {
  const field = await openAddressField({ mode: 'parts', ...properties });
  await waitUntilFound(() => field.renderRoot.querySelector('#locality'), 'the parts');
  return field;
}

/** Writes a text into a combobox in the place of what was there, and takes the suggestion `line`. */
async function choose(field: AddressField, id: string, text: string, line: string): Promise<void> {
  part(field, id).value = '';
  await typeInto(field, part(field, id), text);
  await waitUntilFound(() => optionLinesOf(field).includes(line), line);
  await rest();
  const presses = Array.from({ length: optionLinesOf(field).indexOf(line) + 1 }, () => 'ArrowDown');
  await pressKeys(field, ...presses, 'Enter');
}

/** A field with a street in Барнаул, and Бийск chosen after it. */
async function inAnotherTown(): Promise<AddressField> {
  const field = await openParts();
  await choose(field, 'locality', 'барн', 'Барнаул');
  await choose(field, 'street', 'ленинградск', 'ул Ленинградская');
  await typeInto(field, part(field, 'house'), '12');
  await waitUntilFound(() => field.value?.postcode, 'the house');
  await choose(field, 'locality', 'бийс', 'Бийск');
  return field;
}

async function press(field: AddressField, text: string): Promise<void> {
  findButton(field, text)?.click();
  await field.updateComplete;
}

describe('<okno-address-field mode="parts"> when the town is changed after the street', () => {
  it('asks about the street, and says so', async () => {
    const field = await inAnotherTown();
    expect(visibleTextOf(field)).to.include(QUESTION);
    await waitUntilFound(() => statusTextOf(field) === QUESTION, 'the question');
    expect(part(field, 'street').getAttribute('aria-describedby')).to.include('street-question');
    expect(field.value).to.deep.include({ line: 'Бийск, ул Ленинградская, 12', kladr: '2200000400000' });
    expect(field.value?.manual).to.equal(true);
    await expectAccessible(field);
  });

  it('keeps the street as it is written at one press', async () => {
    const field = await inAnotherTown();
    await press(field, 'Оставить');
    expect(textsOf(field)).to.deep.equal(['Бийск', 'ул Ленинградская', '12']);
    expect(field.renderRoot.querySelector('.question')).to.equal(null);
    expect(field.shadowRoot?.activeElement?.id).to.equal('street');
  });

  it('clears the street at one press, and tells the form', async () => {
    const field = await inAnotherTown();
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value?.line));
    await press(field, 'Очистить');
    expect(textsOf(field)).to.deep.equal(['Бийск', '', '12']);
    expect(changes).to.deep.equal(['Бийск, 12']);
    expect(field.renderRoot.querySelector('.question')).to.equal(null);
  });

  it('does not ask while the town is typed, and gives the street its code back with its town', async () => {
    const field = await inAnotherTown();
    await press(field, 'Оставить');
    await choose(field, 'street', 'советск', 'ул Советская');
    await typeInto(field, part(field, 'locality'), 'а');
    await rest();
    expect(field.renderRoot.querySelector('.question')).to.equal(null);
    blurInput(part(field, 'locality'));
    await waitUntilFound(() => field.renderRoot.querySelector('.question'), 'the question');
    await choose(field, 'locality', 'бийск', 'Бийск');
    await waitUntilFound(() => field.value?.manual === false, 'the street');
    expect(field.value?.line).to.equal('Бийск, ул Советская, 12');
    expect(field.value?.kladr).to.match(/^2200000400\d{5}00$/);
    expect(field.renderRoot.querySelector('.question')).to.equal(null);
  });
});

describe('<okno-address-field mode="parts"> and what the index does not list', () => {
  it('says that the house follows where a place has no streets, and takes it', async () => {
    const field = await openParts();
    await choose(field, 'locality', 'михайлов', 'Каменский р-н, п Михайловка');
    await waitUntilFound(
      () => visibleTextOf(field).includes('Улиц в справочнике нет, пишите сразу дом'),
      'the hint',
    );
    expect(part(field, 'street').getAttribute('aria-describedby')).to.include('street-hint');
    await typeInto(field, part(field, 'house'), '5');
    await waitUntilFound(() => field.value?.manual === false, 'the house');
    expect(field.value).to.include({ line: 'Каменский р-н, п Михайловка, 5', house: '5' });
    await expectAccessible(field);
  });

  it('offers the nearest houses to one that is not listed; without a choice the address is manual', async () => {
    const field = await openParts();
    await choose(field, 'locality', 'барн', 'Барнаул');
    await choose(field, 'street', 'лазурн', 'ул Лазурная');
    await typeInto(field, part(field, 'house'), '61');
    const said = 'дома 61 в справочнике нет, запишем как вы написали. Ближайшие: 58, 59, 60';
    await waitUntilFound(() => statusTextOf(field) === said, said);
    const { kladr, house, manual } = field.value ?? {};
    expect([kladr, house, manual]).to.deep.equal(['22000001000003900', '61', true]);
    await expectAccessible(field);
    await press(field, '60');
    await waitUntilFound(() => field.value?.manual === false, 'the house');
    expect(field.value).to.include({ house: '60', postcode: '656064' });
    expect(part(field, 'house').value).to.equal('60');
    expect(field.shadowRoot?.activeElement?.id).to.equal('house');
    expect(field.renderRoot.querySelector('.unlisted')).to.equal(null);
    await waitUntilFound(() => statusTextOf(field) === 'Выбрано: Барнаул, ул Лазурная, 60', 'the choice');
  });
});

describe('<okno-address-field mode="parts"> when it is left', () => {
  async function typedParts(...texts: string[]): Promise<AddressField> {
    const field = await openParts();
    for (const [i, id] of ['locality', 'street', 'house'].entries())
      await typeInto(field, part(field, id), texts[i] ?? '');
    return field;
  }
  async function leave(field: AddressField): Promise<void> {
    const { activeElement } = field.shadowRoot ?? {};
    blurInput(activeElement as HTMLInputElement);
    innerElement(field, 'fieldset').dispatchEvent(new FocusEvent('focusout'));
    await field.updateComplete;
  }

  it('takes the only address that the parts can mean, says so, and puts them back at one press', async () => {
    const field = await typedParts('барнаул', 'ленинградская', '12');
    await leave(field);
    await waitUntilFound(() => field.value?.manual === false, 'the codes');
    expect(textsOf(field)).to.deep.equal(['Барнаул', 'ул Ленинградская', '12']);
    await waitUntilFound(() => statusTextOf(field).startsWith('Адрес найден в справочнике'), 'the word');
    await press(field, 'Оставить, как я написала');
    expect(textsOf(field)).to.deep.equal(['барнаул', 'ленинградская', '12']);
    await leave(field);
    await rest();
    expect(field.value).to.deep.include({ line: 'барнаул, ленинградская, 12', manual: true });
  });

  it('takes nothing while the focus goes from part to part, nor what the citizen wants as it is', async () => {
    const field = await typedParts('барнаул', 'ленинградская', '12');
    focusInput(part(field, 'street'));
    await rest();
    expect(field.value?.manual).to.equal(true);
    part(field, 'street').value = '';
    await typeInto(field, part(field, 'street'), 'ленинградская');
    await waitUntilFound(() => optionLinesOf(field).at(-1)?.includes('ленинградская'), 'the list');
    await rest();
    await pressKeys(field, 'ArrowUp', 'Enter');
    await leave(field);
    await rest();
    expect(field.value).to.deep.include({ line: 'барнаул, ленинградская, 12', manual: true });
  });

  it('puts a pasted address into its parts', async () => {
    const field = await openParts();
    const input = part(field, 'locality');
    focusInput(input);
    input.value = 'г. Барнаул, проспект Ленина, д. 12, кв. 5';
    input.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }),
    );
    await waitUntilFound(() => field.value?.manual === false, 'the codes');
    expect(textsOf(field)).to.deep.equal(['Барнаул', 'пр-кт Ленина', '12']);
    expect(part(field, 'flat').value).to.equal('5');
    expect(part(field, 'postcode').value).to.equal('656043');
  });
});
