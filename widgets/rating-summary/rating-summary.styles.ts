import { css } from 'lit';

/** Style sheet of this widget, besides those that all widgets share. */
export const styles = css`
  .bars {
    display: grid;
    gap: 16px;
  }
  .criterion {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 14px;
  }
  .criterion b {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .bar {
    grid-column: 1 / -1;
    block-size: 12px;
    background: var(--wash);
    border: 1px solid var(--line-strong);
    border-radius: 3px;
    overflow: hidden;
  }
  .bar div {
    block-size: 100%;
    background: var(--accent);
    print-color-adjust: exact;
    forced-color-adjust: none;
  }
  .criterion .small {
    grid-column: 1 / -1;
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: 2px 12px 2px 0;
    font-weight: 400;
    text-align: start;
  }
  @media (forced-colors: active) {
    .bar div {
      background: Highlight;
    }
  }
`;
