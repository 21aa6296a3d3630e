import { css } from 'lit';

/** Style sheet of the status: deadline, timeline. */
export const statusStyles = css`
  .number {
    display: inline-block;
    overflow-wrap: anywhere;
  }
  .when {
    display: grid;
    gap: 4px;
    padding: 16px 20px;
    background: var(--wash);
    border-radius: var(--radius);
    outline: 1px solid transparent;
  }
  .when > p:first-child {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    align-items: baseline;
    font-size: 1.15em;
  }
  .when b {
    font-weight: 650;
  }
  .when .figure {
    color: var(--accent-deep);
    font-size: 2.1em;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.03em;
    line-height: 1;
  }
  .when.late {
    background: var(--bad-wash);
  }
  .when.late b {
    color: var(--bad);
  }
  .when.late b::before {
    content: '▲' / '';
    margin-inline-end: 0.4em;
    font-size: 0.7em;
    vertical-align: 0.15em;
  }
  .when.ready {
    background: var(--good-wash);
  }
  .when.ready h3 {
    color: var(--good);
  }
  .when.ready h3::before {
    content: '✓' / '';
    margin-inline-end: 0.35em;
  }
  .line {
    --dot: 16px;
    display: grid;
  }
  .line li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 14px;
    padding: 0 0 18px 40px;
  }
  .line li:last-child {
    padding-block-end: 0;
  }
  .line li::before {
    content: '';
    position: absolute;
    inset: calc(0.75em - var(--dot) / 2) auto auto 6px;
    z-index: 1;
    inline-size: var(--dot);
    block-size: var(--dot);
    background: var(--accent);
    border: 3px solid var(--accent);
    border-radius: 50%;
  }
  .line li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset: calc(0.75em + var(--dot) / 2) auto calc(var(--dot) / 2 - 0.75em) 14px;
    inline-size: 0;
    border-inline-start: 3px solid var(--accent);
    transform: translateX(-1.5px);
  }
  .line li:is(.now, .next)::before {
    background: var(--paper);
  }
  .line li.now::before {
    box-shadow: 0 0 0 5px var(--wash);
  }
  .line li.next::before {
    border-color: var(--line-strong);
    border-style: dashed;
    border-width: 2px;
  }
  .line li:is(.now, .next)::after {
    border-color: var(--line-strong);
    border-inline-start: 2px dashed var(--line-strong);
    transform: translateX(-1px);
  }
  .line li.next {
    color: var(--quiet);
  }
  .line p {
    flex: 1 1 12em;
  }
  .line b {
    font-weight: 600;
  }
  .line small {
    display: block;
    color: var(--quiet);
    font-size: var(--small);
  }
  .line .at {
    color: var(--quiet);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
    line-height: 1.7;
  }
  @media (forced-colors: active) {
    .line li.past::before {
      forced-color-adjust: none;
      background: CanvasText;
      border-color: CanvasText;
    }
  }
`;
