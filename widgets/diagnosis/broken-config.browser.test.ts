import { expect } from 'chai';

import { formOf, openHost } from '../../tests/widgets/host-page.ts';
import { visibleTextOf, waitUntilFound } from '../../tests/widgets/page.ts';

describe('a page whose okno.json does not come as it is', () => {
  const cases = [
    ['none', 'is not there', 'отвечает 404'],
    ['half', 'is cut in half', 'пришёл не целиком'],
    ['login', 'is a page for signing in', 'пришла веб-страница'],
  ];
  for (const [folder = '', does = '', words = ''] of cases)
    it(`keeps what stands there, and says why to both, where it ${does}`, async () => {
      const host = await openHost(`document.write('<base href="/okno-test/${folder}/">')`);
      const form = formOf(host);
      await waitUntilFound(() => form && visibleTextOf(form).includes('на сайте неполадка'), 'the sentence');
      expect(form?.textContent).to.equal('Позвоните нам');
      expect(form?.shadowRoot?.querySelector('slot')).to.not.equal(null);
      expect(host.said.join()).to.include(words);
    });
});
