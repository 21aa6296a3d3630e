import { css } from 'lit';

/** Style sheet of the sections of a case, besides those that all widgets share. */
export const sectionStyles = css`
  .section,
  .entries,
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .entry {
    gap: 8px;
    justify-items: start;
    overflow-wrap: anywhere;
  }
  .entry:not(:first-child) {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 14px;
    inline-size: 100%;
  }
  h4 {
    margin: 0;
    line-height: 1.2;
  }
  legend {
    overflow-wrap: anywhere;
  }
  .papers {
    padding-inline-start: 1.2em;
  }
  .papers li {
    list-style: disc;
  }
  .place {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .words {
    white-space: pre-line;
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
  .mark.good {
    color: var(--good);
    background: var(--good-wash);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  .entry > .buttons {
    inline-size: 100%;
  }
  .buttons .link {
    text-align: start;
  }
  .buttons .link[aria-disabled='true'] {
    color: var(--quiet);
    text-decoration-style: dashed;
    cursor: default;
  }
  a.button {
    text-decoration: none;
    text-align: center;
  }
  a.button:hover {
    color: var(--on-accent);
  }
  .amount {
    font-size: 1.42em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    font-variant-numeric: tabular-nums;
  }
  .facts > div {
    display: contents;
  }
  dt {
    color: var(--quiet);
  }
  figure {
    display: grid;
    gap: 8px;
    margin: 0;
  }
  .qr {
    inline-size: min(100%, 220px);
    padding: 8px;
    background: #fff;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    forced-color-adjust: none;
  }
  .qr svg {
    display: block;
    inline-size: 100%;
    fill: #000;
  }
  .times {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .times .option {
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 480px) {
    .buttons .button {
      flex: 1 1 100%;
    }
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd + dt,
    .facts > div + div dt {
      margin-block-start: 8px;
    }
  }
`;
