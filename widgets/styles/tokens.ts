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
    --wash: color-mix(in oklab, var(--accent) 9%, #fff);
    --paper: #fff;
    --ink: #14212c;
    --quiet: #52616e;
    --line: #d5dde4;
    --line-strong: #74838f;
    --good: #17693c;
    --good-wash: #e5f4ea;
    --warn: #7a4d00;
    --warn-wash: #fff3d6;
    --bad: #a8201a;
    --bad-wash: #fdeceb;
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
        color-mix(in oklab, var(--okno-accent, #00618a) 45%, #d9f1ff)
      );
      --accent-deep: light-dark(
        color-mix(in oklab, var(--okno-accent, #00618a) 80%, #000),
        color-mix(in oklab, var(--okno-accent, #00618a) 25%, #e6f6ff)
      );
      --on-accent: light-dark(var(--okno-on-accent, #fff), #06202d);
      --wash: light-dark(
        color-mix(in oklab, var(--okno-accent, #00618a) 9%, #fff),
        color-mix(in oklab, var(--okno-accent, #00618a) 30%, #17212a)
      );
      --paper: light-dark(#fff, #17212a);
      --ink: light-dark(#14212c, #e8eef3);
      --quiet: light-dark(#52616e, #a8b6c2);
      --line: light-dark(#d5dde4, #2c3a46);
      --line-strong: light-dark(#74838f, #7d8f9e);
      --good: light-dark(#17693c, #86d6a5);
      --good-wash: light-dark(#e5f4ea, #143223);
      --warn: light-dark(#7a4d00, #f0c469);
      --warn-wash: light-dark(#fff3d6, #35290d);
      --bad: light-dark(#a8201a, #f2a19c);
      --bad-wash: light-dark(#fdeceb, #3a1a18);
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
