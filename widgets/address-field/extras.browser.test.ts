import { expect } from 'chai';

import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import { waitUntilFound } from '../../tests/widgets/page.ts';
import {
  focusInput,
  innerElement,
  inputElementOf,
  blurInput,
  optionLinesOf,
  openAddressField,
  optionElementsOf,
  pressKeys,
  statusTextOf,
  typeAddress,
} from '../../tests/widgets/address-field.ts';
import type { AddressField } from './address-field.ts';
import type { AddressChooseEvent, AddressChosenEvent } from './events.ts';

const KEY = 'okno-addresses';
const HOUSE = 'Барнаул, ул Ленинградская, 12';

const below = (field: AddressField) =>
  waitUntilFound(() => field.renderRoot.querySelector('.below'), 'what is below');
const tick = async (field: AddressField) => {
  (await below(field)).querySelector<HTMLInputElement>('[type=checkbox]')?.click();
};

/** A field with a whole address in it, chosen from the list. */
async function chosen(
  properties: Partial<AddressField> = {},
  text = 'барн ленинградск 12',
): Promise<AddressField> {
  const field = await openAddressField(properties);
  await typeAddress(field, text);
  optionElementsOf(field)[0]?.click();
  await field.updateComplete;
  return field;
}

async function correct(field: AddressField, digits: string): Promise<HTMLInputElement> {
  (await below(field)).querySelector('button')?.click();
  const input = await waitUntilFound(
    () => field.renderRoot.querySelector<HTMLInputElement>('#postcode'),
    'postcode',
  );
  input.focus();
  input.value = digits;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await field.updateComplete;
  return input;
}

describe('<okno-address-field> below a whole address', () => {
  afterEach(() => {
    localStorage.removeItem(KEY);
  });

  it('shows the postcode, which can be corrected and is never overwritten then', async () => {
    const field = await chosen();
    expect((await below(field)).textContent).to.include('Индекс 656016');
    await expectAccessible(field);
    const input = await correct(field, '656999');
    expect(field.value?.postcode).to.equal('656999');
    expect((await below(field)).textContent).to.include('По справочнику — 656016');
    await expectAccessible(field);
    focusInput(inputElementOf(field));
    await typeAddress(field, '3');
    expect(inputElementOf(field).value).to.equal(`${HOUSE}3`);
    await waitUntilFound(() => field.value?.house === '123', 'another house');
    expect(field.value).to.include({ postcode: '656999', manual: false });
    expect(input.value).to.equal('656999');
  });

  it('does not send half a postcode, and has the one in the data when it is emptied', async () => {
    const field = await chosen();
    const input = await correct(field, '6560');
    expect(field.value?.postcode).to.equal(undefined);
    expect(innerElement(field, '#postcode-hint').textContent).to.include('шесть цифр');
    expect(field.validity.valid).to.equal(true);
    await correct(field, '');
    blurInput(input);
    expect(field.value?.postcode).to.equal('656016');
  });

  it('gives the postcode to an address that was typed on, also after it was left', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн ленинград');
    await pressKeys(field, 'ArrowDown', 'Enter');
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value?.house));
    await typeAddress(field, '7 корп. 2');
    blurInput(inputElementOf(field));
    await waitUntilFound(() => field.value?.house === '7к2', 'the house');
    expect(field.value).to.include({
      line: 'Барнаул, ул Ленинградская, 7 корп. 2',
      postcode: '656016',
      manual: false,
    });
    expect(changes.at(-1)).to.equal('7к2');
  });

  it('says calmly that the data do not list a house', async () => {
    // Where the data name no houses at all, there is nothing to say.
    expect((await below(await chosen())).textContent).not.to.include('справочник');
    const field = await chosen({}, 'барн лазурная 61');
    expect((await below(field)).textContent).to.include('в справочнике нет');
    expect(field.validity.valid).to.equal(true);
    expect(field.value?.manual).to.equal(false);
  });

  it('remembers an address only when the citizen ticks the box, offers it in an empty field, and forgets it', async () => {
    let field = await chosen();
    await below(field);
    expect(localStorage.getItem(KEY)).to.equal(null);
    await tick(field);
    expect(localStorage.getItem(KEY)).to.include(HOUSE);
    field = await openAddressField();
    focusInput(inputElementOf(field));
    await waitUntilFound(() => optionLinesOf(field)[0] === HOUSE, 'the remembered address');
    await expectAccessible(field);
    await pressKeys(field, 'ArrowDown', 'Enter');
    expect(field.value).to.include({ line: HOUSE, postcode: '656016', manual: false });
    field = await openAddressField();
    focusInput(inputElementOf(field));
    await waitUntilFound(() => optionLinesOf(field).length === 2, 'the remembered address');
    await pressKeys(field, 'ArrowUp', 'Enter');
    await waitUntilFound(() => statusTextOf(field) === 'Адреса забыты', 'the word');
    expect(localStorage.getItem(KEY)).to.equal(null);
    await pressKeys(field, 'ArrowDown');
    expect(optionLinesOf(field)).to.deep.equal([]);
  });

  it('forgets one address when its box is unticked, and keeps five at most', async () => {
    const old = Array.from({ length: 6 }, (_, i) => ({
      line: `Бийск, ул Советская, ${i}`,
      kladr: '22000004000001700',
      house: `${i}`,
      manual: false,
    }));
    localStorage.setItem(KEY, JSON.stringify(old));
    const field = await chosen();
    await tick(field);
    expect((JSON.parse(localStorage.getItem(KEY) ?? '') as unknown[]).length).to.equal(5);
    await tick(field);
    expect(localStorage.getItem(KEY)).to.not.include(HOUSE);
  });

  it('takes no harm from a storage that is full of something else', async () => {
    localStorage.setItem(KEY, '{"a":[');
    const field = await openAddressField();
    focusInput(inputElementOf(field));
    await typeAddress(field, 'барн');
    expect(optionLinesOf(field).length).to.be.greaterThan(1);
  });

  it('neither remembers nor offers on a computer that many people share', async () => {
    localStorage.setItem(
      KEY,
      JSON.stringify([{ line: HOUSE, kladr: '22000001000004100', house: '12', manual: false }]),
    );
    const field = await chosen({ forgetful: true });
    expect((await below(field)).querySelector('[type=checkbox]')).to.equal(null);
    const empty = await openAddressField({ forgetful: true });
    focusInput(inputElementOf(empty));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(optionLinesOf(empty)).to.deep.equal([]);
  });
});

describe('<okno-address-field> and its page', () => {
  it('does not name the address in its events unless the page asks for it', async () => {
    const field = await openAddressField();
    const told: unknown[] = [];
    const hear = (event: AddressChooseEvent | AddressChosenEvent) => told.push(event.suggestion);
    field.addEventListener('okno-address-choose', hear);
    field.addEventListener('okno-address-chosen', hear);
    await typeAddress(field, 'барн ленинград');
    optionElementsOf(field)[0]?.click();
    expect(told).to.deep.equal([undefined, undefined]);
  });

  it('asks the page before a suggestion is chosen, and tells it afterwards', async () => {
    const field = await openAddressField();
    field.addressInEvents = true;
    const told: string[] = [];
    let mayChoose = false;
    field.addEventListener('okno-address-choose', (event: AddressChooseEvent) => {
      told.push(`may ${event.suggestion?.kladr ?? ''}?`);
      if (!mayChoose) event.preventDefault();
    });
    field.addEventListener('okno-address-chosen', (event: AddressChosenEvent) => {
      told.push(`${event.suggestion?.kladr ?? ''}: ${field.value?.line ?? ''}`);
    });
    await typeAddress(field, 'барн ленинград');
    optionElementsOf(field)[0]?.click();
    expect(inputElementOf(field).value).to.equal('барн ленинград');
    expect(field.value?.manual).to.equal(true);
    mayChoose = true;
    await pressKeys(field, 'ArrowDown');
    await waitUntilFound(() => optionLinesOf(field).length > 1, 'the list');
    optionElementsOf(field)[0]?.click();
    expect(told).to.deep.equal([
      'may 22000001000004100?',
      'may 22000001000004100?',
      '22000001000004100: Барнаул, ул Ленинградская',
    ]);
  });

  it('suggests places only where no more is wanted', async () => {
    const field = await openAddressField({ bounds: 'locality' });
    await typeAddress(field, 'барн');
    expect(optionLinesOf(field)[0]).to.equal('Барнаул');
    expect(innerElement(field, '[role=option]').innerText).to.not.include('допишите');
    await pressKeys(field, 'ArrowDown', 'Enter');
    expect(inputElementOf(field).value).to.equal('Барнаул');
    expect(field.value).to.include({ kladr: '2200000100000', manual: false });
  });

  it('is named by a label of the page, and gets the focus from it', async () => {
    document.body.innerHTML = `<label for="home">Ваш дом</label><okno-address-field id="home"></okno-address-field>`;
    const field = document.querySelector<AddressField>('okno-address-field');
    if (!field) throw new Error('There is no field');
    await field.updateComplete;
    expect(inputElementOf(field).getAttribute('aria-label')).to.equal('Ваш дом');
    expect(field.renderRoot.querySelector('label')).to.equal(null);
    document.querySelector('label')?.click();
    expect(document.activeElement).to.equal(field);
    await expectAccessible(field);
  });

  it('is a plain field where the page has no index', async () => {
    const field = await openAddressField({ src: '' });
    focusInput(inputElementOf(field));
    inputElementOf(field).value = 'Бийск';
    inputElementOf(field).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    blurInput(inputElementOf(field));
    expect(field.value).to.deep.equal({ line: 'Бийск', manual: true });
    expect(optionLinesOf(field)).to.deep.equal([]);
  });
});
