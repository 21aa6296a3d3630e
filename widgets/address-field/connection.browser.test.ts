import { expect } from 'chai';

import { waitUntilFound } from '../../tests/widgets/page.ts';
import {
  blurInput,
  inputElementOf,
  optionLinesOf,
  openAddressField,
  pressKeys,
  TEST_ADDRESSES_URL,
  statusTextOf,
  typeAddress,
  typeInto,
} from '../../tests/widgets/address-field.ts';
import type { AddressField } from './address-field.ts';

const OFFLINE = 'Нет связи: запишите адрес как есть';
const real = window.fetch.bind(window);

/** Every test opens an index of its own: what another has fetched is not known there. */
let folders = 0;
const fresh = () => `${TEST_ADDRESSES_URL}?${++folders}`;

/** Stands in for the network: counts what is fetched, and may fail or alter it. */
function network(answer: (url: string) => Promise<Response> | undefined): string[] {
  const asked: string[] = [];
  window.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    asked.push(url);
    return answer(url) ?? real(input, init);
  };
  return asked;
}

describe('<okno-address-field> and the connection', () => {
  const unhandled: unknown[] = [];
  const onUnhandled = (event: PromiseRejectionEvent) => unhandled.push(event.reason);
  before(() => {
    window.addEventListener('unhandledrejection', onUnhandled);
  });
  afterEach(() => {
    window.fetch = real;
  });
  after(() => {
    window.removeEventListener('unhandledrejection', onUnhandled);
    expect(unhandled).to.deep.equal([]);
  });

  it('fetches each file once for two fields of a page', async () => {
    const asked = network(() => undefined);
    const src = fresh();
    const first = await openAddressField({ src });
    document.body.insertAdjacentHTML('beforeend', `<okno-address-field src="${src}"></okno-address-field>`);
    const second = document.querySelector<AddressField>('okno-address-field:last-of-type');
    if (!second) throw new Error('There is no second field');
    await second.updateComplete;
    await typeAddress(first, 'барн лен 12');
    const lines = optionLinesOf(first);
    await typeAddress(second, 'барн лен 12');
    expect(optionLinesOf(second)).to.deep.equal(lines);
    expect(asked.length).to.be.greaterThan(1);
    expect(new Set(asked).size).to.equal(asked.length);
  });

  it('goes on with what it has when the connection is gone, and says what it has not', async () => {
    const field = await openAddressField({ src: fresh() });
    await typeAddress(field, 'барн лен 12');
    const before = optionLinesOf(field);
    network(() => Promise.reject(new TypeError('offline')));
    await pressKeys(field, 'Escape');
    inputElementOf(field).value = '';
    await typeAddress(field, 'барн лен 12');
    expect(optionLinesOf(field)).to.deep.equal(before);
    inputElementOf(field).value = '';
    await typeAddress(field, 'бийск мерлина 5');
    await waitUntilFound(() => statusTextOf(field) === OFFLINE, 'the reason');
    expect(optionLinesOf(field)).to.have.length(1);
    await pressKeys(field, 'ArrowDown', 'Enter');
    expect(field.value).to.deep.equal({ line: 'бийск мерлина 5', manual: true });
  });

  it('resolves what was typed without a connection when it is back', async () => {
    let isOnline = false;
    network(() => (isOnline ? undefined : Promise.reject(new TypeError('offline'))));
    const field = await openAddressField({ src: fresh() });
    await typeAddress(field, 'барнаул ленина 12');
    await waitUntilFound(() => statusTextOf(field) === OFFLINE, 'the reason');
    blurInput(inputElementOf(field));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(field.value).to.deep.equal({ line: 'барнаул ленина 12', manual: true });
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await waitUntilFound(() => field.value?.manual === false, 'the codes');
    expect(field.value).to.include({ line: 'Барнаул, пр-кт Ленина, 12', house: '12' });
  });

  it('goes on by itself when the server has healed', async () => {
    for (const status of [429, 500, 502, 503]) {
      let broken = 2;
      network(() => (broken-- > 0 ? Promise.resolve(new Response('', { status })) : undefined));
      const field = await openAddressField({ src: fresh() });
      await typeInto(field, inputElementOf(field), 'барн лен');
      await waitUntilFound(() => optionLinesOf(field).length > 1, `suggestions after ${status}`);
      expect(optionLinesOf(field)[0]).to.equal('Барнаул, пр-кт Ленина');
    }
  });

  it('shows no answer that comes after a newer one', async () => {
    let isSlow = false;
    network((url) =>
      isSlow && url.includes('b-')
        ? new Promise((resolve) => setTimeout(resolve, 800)).then(() => real(url))
        : undefined,
    );
    const field = await openAddressField({ src: fresh() });
    await typeAddress(field, 'барн');
    isSlow = true;
    await typeInto(field, inputElementOf(field), 'аул ленина 12');
    blurInput(inputElementOf(field));
    isSlow = false;
    inputElementOf(field).value = '';
    await typeAddress(field, 'бийск');
    const lines = optionLinesOf(field);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(optionLinesOf(field)).to.deep.equal(lines);
    expect(field.value).to.deep.equal({ line: 'бийск', manual: true });
  });

  it('says that the data are being updated when a file is altered, and takes the address as it is', async () => {
    network((url) =>
      url.endsWith('.bin')
        ? real(url).then(async (response) => {
            const bytes = new Uint8Array(await response.arrayBuffer());
            bytes[20] = (bytes[20] ?? 0) ^ 255;
            return new Response(bytes);
          })
        : undefined,
    );
    const field = await openAddressField({ src: fresh() });
    await typeAddress(field, 'барн');
    await waitUntilFound(() => statusTextOf(field).startsWith('Данные об адресах обновляются'), 'the reason');
    expect(optionLinesOf(field)).to.deep.equal(['Моего адреса нет — записать как есть: «барн»']);
    await pressKeys(field, 'ArrowDown', 'Enter');
    expect(field.value).to.deep.equal({ line: 'барн', manual: true });
  });

  it('says the reason once, however many letters are typed', async () => {
    const field = await openAddressField({ src: 'http://localhost:9/' });
    const said: string[] = [];
    await typeAddress(field, 'ба');
    await waitUntilFound(() => statusTextOf(field) === OFFLINE, 'the reason');
    const status = field.renderRoot.querySelector('[role=status]');
    if (!status) throw new Error('There is no status');
    const observer = new MutationObserver(() => said.push(statusTextOf(field)));
    observer.observe(status, { characterData: true, childList: true, subtree: true });
    await typeAddress(field, 'рн');
    await typeAddress(field, 'аул');
    await new Promise((resolve) => setTimeout(resolve, 700));
    observer.disconnect();
    expect(said).to.deep.equal([]);
  });

  it('shows that it is looking only when that lasts, and moves nothing', async () => {
    network((url) => new Promise((resolve) => setTimeout(resolve, 900)).then(() => real(url)));
    const field = await openAddressField({ src: fresh() });
    const { height } = field.getBoundingClientRect();
    const input = inputElementOf(field);
    input.focus();
    input.value = 'барн';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await field.updateComplete;
    const busy = () => field.renderRoot.querySelector('.busy');
    const isSeen = () => busy() !== null && getComputedStyle(busy() as Element).visibility === 'visible';
    expect(isSeen()).to.equal(false);
    await waitUntilFound(isSeen, '«Ищем…»');
    expect(field.getBoundingClientRect().height).to.equal(height);
    expect(statusTextOf(field)).to.equal('');
    await waitUntilFound(() => optionLinesOf(field).length > 1, 'the list');
    expect(busy()).to.equal(null);
  });
});
