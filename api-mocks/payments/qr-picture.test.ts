import { describe, expect, it } from 'vitest';

import { renderQrSvg } from './qr-picture.ts';

describe('the picture', () => {
  it('has a name for who does not see it', () => {
    expect(renderQrSvg('ST00012|Name=Учебное казначейство', 'QR-код')).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+" role="img"><title>QR-код<\/title><rect /,
    );
  });

  it('holds the longest payment', () => {
    expect(renderQrSvg('Ж'.repeat(700), '')).toContain('<path ');
  });
});
