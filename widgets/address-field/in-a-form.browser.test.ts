import { expect } from 'chai';

import type { AddressField } from './address-field.ts';
import {
  inputElementOf,
  openAddressField,
  optionElementsOf,
  pressKeys,
  TEST_ADDRESSES_URL,
  typeAddress,
} from '../../tests/widgets/address-field.ts';
import { waitUntilFound } from '../../tests/widgets/page.ts';

describe('<okno-address-field> in a form', () => {
  async function inForm(html: string): Promise<{ form: HTMLFormElement; field: AddressField }> {
    document.body.innerHTML = `<form>${html}</form>`;
    const field = document.querySelector<AddressField>('okno-address-field');
    const form = document.querySelector('form');
    if (!field || !form) throw new Error('There is no form');
    await field.updateComplete;
    return { form, field };
  }
  const entries = (form: HTMLFormElement) => Object.fromEntries(new FormData(form));

  it('sends the line, the code and the postcode', async () => {
    const { form, field } = await inForm(
      `<okno-address-field name="home" src="${TEST_ADDRESSES_URL}"></okno-address-field>`,
    );
    await typeAddress(field, 'бийск мерлина 5');
    optionElementsOf(field)[0]?.click();
    const sent = entries(form);
    expect(sent).to.include({ home: 'Бийск, ул Петра Мерлина, 5', 'home.postcode': '659302' });
    expect(sent['home.kladr']).to.match(/^2200000400\d{5}00$/);
  });

  it('goes back to its attribute when the form is reset', async () => {
    const { form, field } = await inForm(
      `<okno-address-field name="home" value="Бийск" src="${TEST_ADDRESSES_URL}"></okno-address-field>`,
    );
    expect(entries(form)).to.deep.equal({ home: 'Бийск', 'home.manual': 'true' });
    await typeAddress(field, ', ул');
    form.reset();
    await field.updateComplete;
    expect(inputElementOf(field).value).to.equal('Бийск');
  });

  it('restores what the browser kept', async () => {
    const field = await openAddressField();
    field.formStateRestoreCallback(
      JSON.stringify({ line: 'Бийск, ул Советская', kladr: '22000004000001600', manual: false }),
    );
    await field.updateComplete;
    expect(inputElementOf(field).value).to.equal('Бийск, ул Советская');
    expect(field.value?.kladr).to.equal('22000004000001600');
  });

  it('takes no harm from a state that nobody knows', async () => {
    const field = await openAddressField();
    for (const state of ['', '{', '[]', 'null', '{"line":7}', null, new FormData()]) {
      field.formStateRestoreCallback(state);
      expect(field.value).to.equal(undefined);
    }
  });

  it('asks for an address where one is required, and is out of use in a disabled fieldset', async () => {
    const { form, field } = await inForm(
      `<fieldset><okno-address-field name="home" required src="${TEST_ADDRESSES_URL}"></okno-address-field></fieldset>`,
    );
    expect(field.validity.valueMissing).to.equal(true);
    expect(field.validationMessage).to.include('Введите адрес');
    form.querySelector('fieldset')?.toggleAttribute('disabled', true);
    await field.updateComplete;
    expect(inputElementOf(field).disabled).to.equal(true);
    expect(form.checkValidity()).to.equal(true);
  });

  it('submits the form with Enter when the list is closed', async () => {
    const { form, field } = await inForm(
      `<okno-address-field name="home" src="${TEST_ADDRESSES_URL}"></okno-address-field><button>Дальше</button>`,
    );
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted++;
    });
    await typeAddress(field, 'дом у реки');
    await pressKeys(field, 'Enter');
    expect(submitted).to.equal(0);
    await pressKeys(field, 'Enter');
    // The field looks first whether the text means one address.
    await waitUntilFound(() => submitted, 'the form');
    expect(submitted).to.equal(1);
  });
});
