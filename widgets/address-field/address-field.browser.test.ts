import { expect } from 'chai';

import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import { eventually } from '../../tests/widgets/page.ts';
import {
  inner,
  inputOf,
  leave,
  linesOf,
  open,
  optionsOf,
  press,
  selectedOf,
  statusOf,
  type,
} from '../../tests/widgets/address-field.ts';

describe('<okno-address-field> by the criteria for autocompletes', () => {
  it('1. is focusable with a keyboard', async () => {
    const field = await open();
    await press(field, 'Tab');
    expect(field.renderRoot instanceof ShadowRoot && field.renderRoot.activeElement).to.equal(inputOf(field));
  });

  it('2. shows that it has keyboard focus', async () => {
    const field = await open();
    await press(field, 'Tab');
    expect(getComputedStyle(inputOf(field)).outlineStyle).to.equal('solid');
  });

  it('3. is an editable field with a name', async () => {
    const field = await open();
    expect(inputOf(field).labels?.[0]?.textContent).to.equal('Адрес');
    expect(inputOf(field).readOnly).to.equal(false);
  });

  it('4. shows a value that was filled in before', async () => {
    const field = await open({ value: { line: 'Бийск, ул Советская, 1', manual: true } });
    expect(inputOf(field).value).to.equal('Бийск, ул Советская, 1');
    expect(field.renderRoot.querySelector('.popup:not([hidden])')).to.equal(null);
  });

  it('5. says that suggestions are available', async () => {
    const input = inputOf(await open());
    expect([input.role, input.ariaAutoComplete]).to.deep.equal(['combobox', 'list']);
    expect(input.getAttribute('aria-controls')).to.equal('list');
  });

  it('6. explains how to use them', async () => {
    const field = await open();
    const described = (inputOf(field).getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => inner(field, `#${id}`).textContent).join(' '))
      .to.include('барн лен 12')
      .and.include('Enter');
  });

  it('7. says when the list is open', async () => {
    const field = await open();
    expect(inputOf(field).ariaExpanded).to.equal('false');
    await type(field, 'барн');
    expect(inputOf(field).ariaExpanded).to.equal('true');
    await press(field, 'Escape');
    expect(inputOf(field).ariaExpanded).to.equal('false');
    expect(inputOf(field).value).to.equal('барн');
  });

  it('8. says when there are matches, and when there are none', async () => {
    const field = await open();
    await type(field, 'барн лен');
    await eventually(() => statusOf(field) === '2 подсказки', 'the number of matches');
    await type(field, ' ъъъъ');
    await eventually(() => statusOf(field) === 'Ничего не найдено, можно записать как есть', 'no matches');
    expect(linesOf(field)).to.have.length(1);
  });

  it('9, 10. says how many matches there are as the number changes, once the typing rests', async () => {
    const field = await open();
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(statusOf(field)));
    observer.observe(inner(field, '[role=status]'), { characterData: true, childList: true, subtree: true });
    await type(field, 'барн');
    await type(field, ' лен');
    await eventually(() => statusOf(field) === '2 подсказки', 'the number of matches');
    await type(field, 'ингр');
    await eventually(() => statusOf(field) === '1 подсказка', 'another number');
    observer.disconnect();
    expect(said).to.deep.equal(['2 подсказки', '1 подсказка']);
  });

  it('11, 12. lets one go through the matches with single presses of a key', async () => {
    const field = await open();
    await type(field, 'барн лен');
    await press(field, 'ArrowDown');
    expect(selectedOf(field)).to.equal('Барнаул, пр-кт Ленина');
    await press(field, 'ArrowDown', 'ArrowDown');
    expect(selectedOf(field)).to.equal('Моего адреса нет — записать как есть: «барн лен»');
    await press(field, 'ArrowDown', 'ArrowUp');
    expect(selectedOf(field)).to.match(/^Моего адреса нет/);
  });

  it('13, 14. says which match is selected', async () => {
    const field = await open();
    await type(field, 'барн лен');
    await press(field, 'ArrowDown', 'ArrowDown');
    const id = inputOf(field).getAttribute('aria-activedescendant') ?? '';
    expect(inner(field, `#${id}`).innerText).to.match(/^Барнаул, ул Ленинградская/);
    await press(field, 'Home');
    expect(inputOf(field).hasAttribute('aria-activedescendant')).to.equal(false);
    expect(inputOf(field).selectionStart).to.equal(0);
  });

  it('15. selects nothing by itself', async () => {
    const field = await open();
    await type(field, 'барн лен');
    expect(selectedOf(field)).to.equal(undefined);
    await press(field, 'Enter');
    expect(inputOf(field).value).to.equal('барн лен');
  });

  it('16, 17, 18. takes the selected match with Enter, says so, and keeps the focus and the caret at the end', async () => {
    const field = await open();
    await type(field, 'барн лен');
    await press(field, 'ArrowDown', 'Enter');
    const input = inputOf(field);
    expect(input.value).to.equal('Барнаул, пр-кт Ленина, ');
    expect(input.selectionStart).to.equal(input.value.length);
    expect(input.ariaExpanded).to.equal('false');
    expect(document.activeElement).to.equal(field);
    await eventually(() => statusOf(field) === 'Выбрано: Барнаул, пр-кт Ленина', 'the choice');
  });

  it('has no faults that axe finds, closed, open and with an error', async () => {
    const field = await open({ hint: 'Где вы живёте', error: 'Введите адрес' });
    await expectAccessible(field);
    await type(field, 'барн лен');
    await press(field, 'ArrowDown');
    await expectAccessible(field);
  });
});

describe('<okno-address-field>', () => {
  it('finds a house typed in any order, and marks the letters that match', async () => {
    const field = await open();
    await type(field, 'барн лен 12');
    expect(linesOf(field)[0]).to.equal('Барнаул, пр-кт Ленина, 12');
    const marked = [...(optionsOf(field)[0]?.querySelectorAll('mark') ?? [])].map(
      ({ textContent }) => textContent,
    );
    expect(marked).to.deep.equal(['Барн', 'Лен', '12']);
  });

  it('takes a match by a click, and tells the form by input and change', async () => {
    const field = await open();
    const events: string[] = [];
    for (const name of ['input', 'change'])
      field.addEventListener(name, () => events.push(`${name} ${field.value?.line ?? ''}`));
    await type(field, 'барн лен 12');
    optionsOf(field)[0]?.click();
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
    const field = await open();
    await type(field, 'барн ленинград');
    await press(field, 'ArrowDown', 'Enter');
    await type(field, '12а, кв 5');
    leave(inputOf(field));
    expect(field.value).to.deep.include({
      line: 'Барнаул, ул Ленинградская, 12а, кв 5',
      house: '12а',
      flat: '5',
      postcode: '656016',
      manual: false,
    });
  });

  it('never overwrites what was typed: free text is a manual value', async () => {
    const field = await open({ required: true });
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value));
    await type(field, 'дом у реки');
    leave(inputOf(field));
    expect(inputOf(field).value).to.equal('дом у реки');
    expect(changes).to.deep.equal([{ line: 'дом у реки', manual: true }]);
    expect(field.validity.valid).to.equal(true);
  });

  it('writes an address as it is when one asks for it', async () => {
    const field = await open();
    await type(field, 'барн лен');
    await press(field, 'ArrowUp', 'Enter');
    expect(field.value).to.deep.equal({ line: 'барн лен', manual: true });
    await eventually(() => statusOf(field) === 'Записано как есть: барн лен', 'what was written');
  });

  it('goes on without the index when there is no connection', async () => {
    const field = await open({ src: 'http://localhost:1/' });
    await type(field, 'барн');
    await eventually(() => statusOf(field) === 'Нет связи: запишите адрес как есть', 'the reason');
    await press(field, 'ArrowDown', 'Enter');
    expect(field.value).to.deep.equal({ line: 'барн', manual: true });
  });

  it('goes on without the index when it is being updated', async () => {
    const field = await open({ src: '/okno-test/nowhere/' });
    await type(field, 'барн');
    await eventually(() => statusOf(field).startsWith('Данные об адресах обновляются'), 'the reason');
    expect(linesOf(field)).to.have.length(1);
  });

  it('suggests only what lies within a district, by its code and by its name in the catalogue', async () => {
    for (const within of ['2203200000000', 'pavlovskiy-rayon']) {
      const field = await open({ within });
      await type(field, 'лен');
      expect(linesOf(field)[0]).to.equal('Павловский р-н, с Павловск, ул Ленина');
      expect(linesOf(field).some((line) => line.startsWith('Барнаул'))).to.equal(false);
    }
  });

  it('does not move the page when the list opens, and stays inside a narrow telephone', async () => {
    const field = await open();
    field.style.inlineSize = '288px';
    const before = field.getBoundingClientRect().height;
    await type(field, 'барн зап');
    expect(field.getBoundingClientRect().height).to.equal(before);
    const popup = inner(field, '.popup').getBoundingClientRect();
    expect(popup.right).to.be.at.most(field.getBoundingClientRect().right);
    for (const option of optionsOf(field)) {
      expect(option.getBoundingClientRect().height).to.be.at.least(48);
      expect(option.scrollWidth).to.be.at.most(option.clientWidth);
    }
  });

  it('finds a street by its former name, and says what it is called today', async () => {
    const field = await open();
    await type(field, 'барнаул л.толстого');
    const [first] = optionsOf(field);
    expect(first?.innerText)
      .to.include('Барнаул, ул Льва Толстого')
      .and.include('ул Л.Толстого → ныне ул Льва Толстого');
  });

  it('opens with Alt and the arrow, closes with Tab, and is settled then', async () => {
    const field = await open();
    field.insertAdjacentHTML('afterend', '<button>Дальше</button>');
    const changes: unknown[] = [];
    field.addEventListener('change', () => changes.push(field.value?.line));
    await type(field, 'барн');
    await press(field, 'Escape');
    inputOf(field).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true }));
    await eventually(() => inputOf(field).ariaExpanded === 'true', 'the list');
    expect(selectedOf(field)).to.equal(undefined);
    await press(field, 'Tab');
    expect(inputOf(field).ariaExpanded).to.equal('false');
    expect(changes).to.deep.equal(['барн']);
  });

  it('scrolls the page where the list would open out of sight', async () => {
    const field = await open();
    field.style.marginBlockStart = `${innerHeight}px`;
    field.style.marginBlockEnd = '200vh';
    inputOf(field).focus({ preventScroll: true });
    scrollTo(0, field.getBoundingClientRect().bottom - innerHeight);
    await type(field, 'барн лен');
    await eventually(() => {
      const [, second] = optionsOf(field);
      return second && second.getBoundingClientRect().bottom <= innerHeight;
    }, 'two entries in sight');
    scrollTo(0, 0);
  });
});
