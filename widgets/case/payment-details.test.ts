import { describe, expect, it } from 'vitest';

import { qrPathIn } from './payment-details.ts';

describe('the QR code of an invoice', () => {
  it('is taken out of the portal’s picture as lines, and nothing else of it', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 290 290" role="img"><title>QR</title>' +
      '<script>alert(1)</script><rect fill="white" width="290" height="290"/><path fill="black" d="M40,40h10v10h-10z"/></svg>';
    expect(qrPathIn(svg)).toEqual({ viewBox: '0 0 290 290', path: 'M40,40h10v10h-10z' });
  });

  it('is left out where the picture is drawn in another way', () => {
    expect(
      qrPathIn('<svg viewBox="0 0 1 1"><image href="https://example.org/qr.png"/></svg>'),
    ).toBeUndefined();
    expect(qrPathIn('<svg viewBox="0 0 1 1"><path d="url(#x)"/></svg>')).toBeUndefined();
  });
});
