import { expect } from 'chai';

import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import { waitUntilFound } from '../../tests/widgets/page.ts';
import {
  innerElement,
  inputElementOf,
  blurInput,
  optionLinesOf,
  openAddressField,
  optionElementsOf,
  pressKeys,
  selectedLineOf,
  statusTextOf,
  typeAddress,
} from '../../tests/widgets/address-field.ts';

describe('<okno-address-field> by the criteria for autocompletes', () => {
  it('1. is focusable with a keyboard', async () => {
    const field = await openAddressField();
    await pressKeys(field, 'Tab');
    expect(field.shadowRoot?.activeElement === inputElementOf(field)).to.equal(true);
  });

  it('2. shows that it has keyboard focus', async () => {
    const field = await openAddressField();
    await pressKeys(field, 'Tab');
    expect(getComputedStyle(inputElementOf(field)).outlineStyle).to.equal('solid');
  });

  it('3. is an editable field with a name', async () => {
    const field = await openAddressField();
    expect(inputElementOf(field).labels?.[0]?.textContent).to.equal('Адрес');
    expect(inputElementOf(field).readOnly).to.equal(false);
  });

  it('4. shows a value that was filled in before', async () => {
    const field = await openAddressField({ value: { line: 'Бийск, ул Советская, 1', manual: true } });
    expect(inputElementOf(field).value).to.equal('Бийск, ул Советская, 1');
    expect(field.renderRoot.querySelector('.popup:not([hidden])')).to.equal(null);
  });

  it('5. says that suggestions are available', async () => {
    const input = inputElementOf(await openAddressField());
    expect([input.role, input.ariaAutoComplete]).to.deep.equal(['combobox', 'list']);
    expect(input.getAttribute('aria-controls')).to.equal('list');
  });

  it('6. explains how to use them', async () => {
    const field = await openAddressField();
    const described = (inputElementOf(field).getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => innerElement(field, `#${id}`).textContent).join(' '))
      .to.include('барн лен 12')
      .and.include('Enter');
  });

  it('7. says when the list is open', async () => {
    const field = await openAddressField();
    expect(inputElementOf(field).ariaExpanded).to.equal('false');
    await typeAddress(field, 'барн');
    expect(inputElementOf(field).ariaExpanded).to.equal('true');
    await pressKeys(field, 'Escape');
    expect(inputElementOf(field).ariaExpanded).to.equal('false');
    expect(inputElementOf(field).value).to.equal('барн');
  });

  it('8. says when there are matches, and when there are none', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен');
    await waitUntilFound(() => statusTextOf(field) === '2 подсказки', 'the number of matches');
    await typeAddress(field, ' ъъъъ');
    await waitUntilFound(
      () => statusTextOf(field) === 'Ничего не найдено, можно записать как есть',
      'no matches',
    );
    expect(optionLinesOf(field)).to.have.length(1);
  });

  it('9, 10. says how many matches there are as the number changes, once the typing rests', async () => {
    const field = await openAddressField();
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(statusTextOf(field)));
    observer.observe(innerElement(field, '[role=status]'), {
      characterData: true,
      childList: true,
      subtree: true,
    });
    await typeAddress(field, 'барн');
    await typeAddress(field, ' лен');
    await waitUntilFound(() => statusTextOf(field) === '2 подсказки', 'the number of matches');
    await typeAddress(field, 'ингр');
    await waitUntilFound(() => statusTextOf(field) === '1 подсказка', 'another number');
    observer.disconnect();
    expect(said).to.deep.equal(['2 подсказки', '1 подсказка']);
  });

  it('11, 12. lets one go through the matches with single presses of a key', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен');
    await pressKeys(field, 'ArrowDown');
    expect(selectedLineOf(field)).to.equal('Барнаул, пр-кт Ленина');
    await pressKeys(field, 'ArrowDown', 'ArrowDown');
    expect(selectedLineOf(field)).to.equal('Моего адреса нет — записать как есть: «барн лен»');
    await pressKeys(field, 'ArrowDown', 'ArrowUp');
    expect(selectedLineOf(field)).to.match(/^Моего адреса нет/);
  });

  it('13, 14. says which match is selected', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен');
    await pressKeys(field, 'ArrowDown', 'ArrowDown');
    const id = inputElementOf(field).getAttribute('aria-activedescendant') ?? '';
    expect(innerElement(field, `#${id}`).innerText).to.match(/^Барнаул, ул Ленинградская/);
    await pressKeys(field, 'Home');
    expect(inputElementOf(field).hasAttribute('aria-activedescendant')).to.equal(false);
    expect(inputElementOf(field).selectionStart).to.equal(0);
  });

  it('15. selects nothing by itself', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен');
    expect(selectedLineOf(field)).to.equal(undefined);
    await pressKeys(field, 'Enter');
    expect(inputElementOf(field).value).to.equal('барн лен');
  });

  it('16, 17, 18. takes the selected match with Enter, says so, and keeps the focus and the caret at the end', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен');
    await pressKeys(field, 'ArrowDown', 'Enter');
    const input = inputElementOf(field);
    expect(input.value).to.equal('Барнаул, пр-кт Ленина, ');
    expect(input.selectionStart).to.equal(input.value.length);
    expect(input.ariaExpanded).to.equal('false');
    expect(document.activeElement).to.equal(field);
    await waitUntilFound(() => statusTextOf(field) === 'Выбрано: Барнаул, пр-кт Ленина', 'the choice');
  });

  it('has no faults that axe finds, closed, open and with an error', async () => {
    const field = await openAddressField({ hint: 'Где вы живёте', error: 'Введите адрес' });
    await expectAccessible(field);
    await typeAddress(field, 'барн лен');
    await pressKeys(field, 'ArrowDown');
    await expectAccessible(field);
  });
});

describe('<okno-address-field>', () => {
  it('finds a house typed in any order, and marks the letters that match', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен 12');
    expect(optionLinesOf(field)[0]).to.equal('Барнаул, пр-кт Ленина, 12');
    const marked = [...(optionElementsOf(field)[0]?.querySelectorAll('mark') ?? [])].map(
      ({ textContent }) => textContent,
    );
    expect(marked).to.deep.equal(['Барн', 'Лен', '12']);
  });

  it('takes a match by a click, and tells the form by input and change', async () => {
    const field = await openAddressField();
    const events: string[] = [];
    for (const name of ['input', 'change'])
      field.addEventListener(name, () => events.push(`${name} ${field.value?.line ?? ''}`));
    await typeAddress(field, 'барн лен 12');
    optionElementsOf(field)[0]?.click();
    await field.updateComplete;
    expect(field.value).to.include({ house: '12', manual: false });
    expect(field.value?.kladr).to.match(/^2200000100\d{5}00$/);
    expect(events).to.deep.equal([
      'input барн лен 12',
      'input Барнаул, пр-кт Ленина, 12',
      'change Барнаул, пр-кт Ленина, 12',
    ]);
  });

  it('keeps the codes of a chosen street when house and flat are typed behind it', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн ленинград');
    await pressKeys(field, 'ArrowDown', 'Enter');
    await typeAddress(field, '12а, кв 5');
    blurInput(inputElementOf(field));
    expect(field.value).to.deep.include({
      line: 'Барнаул, ул Ленинградская, 12а, кв 5',
      house: '12а',
      flat: '5',
      postcode: '656016',
      manual: false,
    });
  });

  it('never overwrites what was typed: free text is a manual value', async () => {
    const field = await openAddressField({ required: true });
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value));
    await typeAddress(field, 'дом у реки');
    blurInput(inputElementOf(field));
    expect(inputElementOf(field).value).to.equal('дом у реки');
    expect(changes).to.deep.equal([{ line: 'дом у реки', manual: true }]);
    expect(field.validity.valid).to.equal(true);
  });

  it('writes an address as it is when one asks for it', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барн лен');
    await pressKeys(field, 'ArrowUp', 'Enter');
    expect(field.value).to.deep.equal({ line: 'барн лен', manual: true });
    await waitUntilFound(() => statusTextOf(field) === 'Записано как есть: барн лен', 'what was written');
  });

  it('goes on without the index when there is no connection', async () => {
    const field = await openAddressField({ src: 'http://localhost:1/' });
    await typeAddress(field, 'барн');
    await waitUntilFound(() => statusTextOf(field) === 'Нет связи: запишите адрес как есть', 'the reason');
    await pressKeys(field, 'ArrowDown', 'Enter');
    expect(field.value).to.deep.equal({ line: 'барн', manual: true });
  });

  it('goes on without the index when it is being updated', async () => {
    const field = await openAddressField({ src: '/okno-test/nowhere/' });
    await typeAddress(field, 'барн');
    await waitUntilFound(() => statusTextOf(field).startsWith('Данные об адресах обновляются'), 'the reason');
    expect(optionLinesOf(field)).to.have.length(1);
  });

  it('suggests only what lies within a district, by its code and by its name in the catalogue', async () => {
    for (const within of ['2203200000000', 'pavlovskiy-rayon']) {
      const field = await openAddressField({ within });
      await typeAddress(field, 'лен');
      expect(optionLinesOf(field)[0]).to.equal('Павловский р-н, с Павловск, ул Ленина');
      expect(optionLinesOf(field).some((line) => line.startsWith('Барнаул'))).to.equal(false);
    }
  });

  it('does not move the page when the list opens, and stays inside a narrow telephone', async () => {
    const field = await openAddressField();
    field.style.inlineSize = '288px';
    const before = field.getBoundingClientRect().height;
    await typeAddress(field, 'барн зап');
    expect(field.getBoundingClientRect().height).to.equal(before);
    const popup = innerElement(field, '.popup').getBoundingClientRect();
    expect(popup.right).to.be.at.most(field.getBoundingClientRect().right);
    for (const option of optionElementsOf(field)) {
      expect(option.getBoundingClientRect().height).to.be.at.least(48);
      expect(option.scrollWidth).to.be.at.most(option.clientWidth);
    }
  });

  it('finds a street by its former name, and says what it is called today', async () => {
    const field = await openAddressField();
    await typeAddress(field, 'барнаул л.толстого');
    const [first] = optionElementsOf(field);
    expect(first?.innerText)
      .to.include('Барнаул, ул Льва Толстого')
      .and.include('ул Л.Толстого → ныне ул Льва Толстого');
  });

  it('speaks English where the page does', async () => {
    const field = await openAddressField({ lang: 'en' });
    await waitUntilFound(
      () => innerElement(field, '#address-hint').textContent.includes('Begin with any word'),
      'English',
    );
  });

  it('opens with Alt and the arrow, closes with Tab, and is settled then', async () => {
    const field = await openAddressField();
    field.insertAdjacentHTML('afterend', '<button>Дальше</button>');
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value?.line));
    await typeAddress(field, 'барн');
    await pressKeys(field, 'Escape');
    inputElementOf(field).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true }));
    await waitUntilFound(() => inputElementOf(field).ariaExpanded === 'true', 'the list');
    expect(selectedLineOf(field)).to.equal(undefined);
    await pressKeys(field, 'Tab');
    expect(inputElementOf(field).ariaExpanded).to.equal('false');
    expect(changes).to.deep.equal(['барн']);
  });

  it('scrolls the page where the list would open out of sight', async () => {
    const field = await openAddressField();
    field.style.marginBlockStart = `${innerHeight}px`;
    field.style.marginBlockEnd = '200vh';
    inputElementOf(field).focus({ preventScroll: true });
    scrollTo(0, field.getBoundingClientRect().bottom - innerHeight);
    await typeAddress(field, 'барн лен');
    await waitUntilFound(() => {
      const [, second] = optionElementsOf(field);
      return second && second.getBoundingClientRect().bottom <= innerHeight;
    }, 'two entries in sight');
    scrollTo(0, 0);
  });
});
