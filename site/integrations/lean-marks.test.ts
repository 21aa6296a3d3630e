import { describe, expect, it } from 'vitest';

import { namesInSelectors } from './lean-marks.ts';

describe('the marks of scoped styles', () => {
  it.each([
    ['.pair > li { color: red }', ['.pair', 'li']],
    ['a { &:hover { color: red } &[aria-current] { color: blue } }', ['a']],
    ['@media (max-width: 4rem) { ul, .close { display: block } }', ['ul', '.close']],
    ['li:not(:last-child)::after { content: "›" }', ['li']],
    [':global([data-x]) & , h1 { color: red }', ['h1']],
    ['.a{color:red}dd:first-child{margin:0}', ['.a', 'dd']],
  ])('knows whom %s means', (css, names) => {
    const found = namesInSelectors(css);
    expect(names.filter((name) => !found.has(name))).toEqual([]);
    expect(found.has('*')).toBe(false);
  });

  it.each([':target { color: red }', '* { color: red }', '.a > [hidden] { color: red }'])(
    'leaves every mark where %s may mean any element',
    (css) => {
      expect(namesInSelectors(css).has('*')).toBe(true);
    },
  );
});
