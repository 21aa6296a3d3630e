import { css } from 'lit';

/**
 * Design tokens of all widgets: colours, sizes and fonts as custom properties. A widget takes the host's accent (`--okno-accent`)
 * and follows its `color-scheme`; fonts, units and spacing are its own. A host that has made `rem` smaller does not make the text
 * smaller than 17 px.
 */
export const tokens = css`
  .root {
    --accent: var(--okno-accent, #00618a);
    --accent-deep: color-mix(in oklab, var(--accent) 80%, #000);
    --on-accent: var(--okno-on-accent, #fff);
    --wash: color-mix(in oklab, var(--accent) 7%, #fff);
    --paper: #fff;
    --ink: #14212c;
    --quiet: #4a5965;
    --line: #d5dde4;
    --line-strong: #74838f;
    --good: #13623a;
    --good-wash: #e9f6ee;
    --warn: #6e4500;
    --warn-wash: #fff3d6;
    --bad: #a11d17;
    --bad-wash: #fef0ef;
    --focus: #8a6100;
    --radius: 8px;
    --size: max(17px, 1.0625rem);
    --small: 0.88em;
    --font:
      'Golos Text', system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PT Sans', 'Liberation Sans', sans-serif;
  }
  @supports (color: light-dark(#000, #fff)) {
    .root {
      --accent: light-dark(
        var(--okno-accent, #00618a),
        color-mix(in oklab, var(--okno-accent, #00618a) 16%, #d9f1ff)
      );
      --accent-deep: light-dark(
        color-mix(in oklab, var(--okno-accent, #00618a) 80%, #000),
        color-mix(in oklab, var(--okno-accent, #00618a) 6%, #f2faff)
      );
      --on-accent: light-dark(var(--okno-on-accent, #fff), #06202d);
      --wash: light-dark(
        color-mix(in oklab, var(--okno-accent, #00618a) 7%, #fff),
        color-mix(in oklab, var(--okno-accent, #00618a) 24%, #17212a)
      );
      --paper: light-dark(#fff, #17212a);
      --ink: light-dark(#14212c, #f0f5f9);
      --quiet: light-dark(#4a5965, #ccd5dd);
      --line: light-dark(#d5dde4, #2c3a46);
      --line-strong: light-dark(#74838f, #7d8f9e);
      --good: light-dark(#13623a, #a5e5bf);
      --good-wash: light-dark(#e9f6ee, #143223);
      --warn: light-dark(#6e4500, #f5d083);
      --warn-wash: light-dark(#fff3d6, #35290d);
      --bad: light-dark(#a11d17, #fbc5c1);
      --bad-wash: light-dark(#fef0ef, #3a1a18);
      --focus: light-dark(#8a6100, #f0c469);
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --quiet: var(--ink);
      --line: color-mix(in srgb, var(--ink) 40%, var(--paper));
      --line-strong: var(--ink);
    }
  }
`;
