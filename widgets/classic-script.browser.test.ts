import { expect } from 'chai';

import { asClassicScript } from './classic-script.ts';

const fileOf = (code: string) => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));

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
});
