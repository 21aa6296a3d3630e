import { expect } from 'chai';

import { asClassicScript } from './classic-script.ts';

const fileOf = (code: string, name = 'okno.js') =>
  `${URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))}#${name}`;

describe('a module that is a classic script too', () => {
  it('runs as a module', async () => {
    const url = fileOf(asClassicScript('const at=import.meta.url;export{at};'));
    expect(((await import(/* @vite-ignore */ url)) as { at: string }).at).to.equal(url);
  });

  it('imports itself as a module where a page loads it without type="module"', async () => {
    const script = document.createElement('script');
    const ran = new Promise((resolve) => {
      addEventListener('ran-as-module', resolve, { once: true });
    });
    script.src = fileOf(
      asClassicScript('import.meta.url;dispatchEvent(new Event("ran-as-module"));export const a=1;'),
    );
    document.head.append(script);
    await ran;
  });

  it('does not run other scripts twice that an optimizer has put into one file with it', async () => {
    const script = document.createElement('script');
    const isLoaded = new Promise((resolve) => (script.onload = resolve));
    let times = 0;
    addEventListener('other-script', () => times++);
    script.src = fileOf(
      `dispatchEvent(new Event("other-script"));${asClassicScript('import.meta.url;')}`,
      'all.js',
    );
    document.head.append(script);
    await isLoaded;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(times).to.equal(1);
  });
});
