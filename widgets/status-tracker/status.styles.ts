// Longer than other modules: one style sheet.
import { css } from 'lit';

/** Style sheet of the status: deadline, timeline. */
export const statusStyles = css`
  .number {
    display: inline-block;
    overflow-wrap: anywhere;
  }
  .when {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
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
  .need {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    justify-items: start;
    padding-inline-start: 18px;
    overflow-wrap: anywhere;
    border-inline-start: 4px solid var(--accent);
  }
  .need > :not(.button) {
    inline-size: 100%;
  }
  blockquote {
    margin: 0;
    white-space: pre-line;
  }
  .sections details {
    border-block-start: 1px solid var(--line);
  }
  .sections:not(:nth-last-child(2), :nth-last-child(3)) details:last-child {
    border-block-end: 1px solid var(--line);
  }
  .sections details[open] {
    padding-block-end: 24px;
  }
  .sections details[open] > summary {
    margin-block-end: 6px;
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    min-block-size: 56px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 4px;
    border: solid var(--accent);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  summary:hover h3 {
    color: var(--accent-deep);
  }
  summary h3 {
    font-size: 1em;
    font-weight: 600;
  }
  .mark {
    padding: 1px 10px;
    color: var(--warn);
    font-size: var(--small);
    font-weight: 600;
    background: var(--warn-wash);
    border-radius: 99px;
    outline: 1px solid transparent;
  }
  .line {
    --dot: 16px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
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
  @media print {
    details:not([open]) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .line li.past::before {
      forced-color-adjust: none;
      background: CanvasText;
      border-color: CanvasText;
    }
  }
`;
