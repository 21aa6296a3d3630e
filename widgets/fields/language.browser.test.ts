import '../address-field/register.ts';

import { expect } from 'chai';

import {
  ABOUT_CHILD,
  ABOUT_YOU,
  fillStep,
  openApplicationForm,
} from '../../tests/widgets/application-form.ts';
import { forgetDrafts, mountElement, openPortal, waitUntilFound } from '../../tests/widgets/page.ts';
import type { AddressField } from '../address-field/address-field.ts';
import { en } from '../address-field/messages.en.ts';

const langOf = (element: Element) =>
  element.shadowRoot?.querySelector('input, h2')?.closest<HTMLElement>('[lang]')?.lang;

describe('The language of a widget', () => {
  afterEach(() => {
    document.documentElement.lang = '';
  });

  it('is Russian on a page in another language, and says so', async () => {
    document.documentElement.lang = 'uk';
    const field = await mountElement<AddressField>('okno-address-field', {});
    expect(langOf(field)).to.equal('ru');
  });

  it('is English on an English page, and says so', async () => {
    document.documentElement.lang = 'en';
    const field = await mountElement<AddressField>('okno-address-field', {});
    await waitUntilFound(() => field.messages === en, 'the English messages');
    expect(langOf(field)).to.equal('en');
  });

  it('is English inside of a widget on an English page', async () => {
    await forgetDrafts('detskiy-sad');
    const form = await openApplicationForm(await openPortal());
    await fillStep(form, 'О вас', ABOUT_YOU);
    await fillStep(form, 'О ребёнке', ABOUT_CHILD);
    document.documentElement.lang = 'en';
    const field = await waitUntilFound(
      () => form.shadowRoot?.querySelector<AddressField>('okno-address-field'),
      'the address',
    );
    document.body.append(form);
    await waitUntilFound(() => field.messages === en, 'the English messages');
    expect(langOf(field)).to.equal('en');
    await waitUntilFound(() => langOf(form) === 'en', 'the English form');
  });
});
