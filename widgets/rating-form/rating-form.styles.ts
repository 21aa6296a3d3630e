import { css } from 'lit';

/** Style sheet of this widget, besides those that all widgets share. */
export const styles = css`
  .head:has(> [data-focus='heading']) {
    padding-block-end: 6px;
  }
  .case {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 20px;
    align-items: end;
  }
  .field > .scale {
    container-type: inline-size;
    margin-block-start: 10px;
  }
  .marks {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 8px;
  }
  .mark {
    position: relative;
    display: grid;
  }
  .mark input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .tile {
    display: grid;
    place-content: center;
    justify-items: center;
    min-block-size: 56px;
    padding-block: 4px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    background: var(--paper);
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius);
  }
  .tile small {
    color: var(--quiet);
    font-size: 0.76em;
    font-weight: 400;
  }
  .mark:hover input:not(:checked) + .tile {
    background: var(--wash);
  }
  input:checked + .tile,
  input:checked + .tile small {
    color: var(--on-accent);
    background: var(--accent);
  }
  input:checked + .tile {
    border-color: var(--accent);
  }
  input:focus-visible + .tile {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .bad .mark .tile {
    border-color: var(--bad);
  }
  .ends {
    display: none;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-block-start: 4px;
    color: var(--quiet);
    font-size: 0.76em;
  }
  @container (max-width: 25em) {
    .marks {
      gap: 6px;
    }
    .tile small {
      display: none;
    }
    .ends {
      display: flex;
    }
  }
  @media (forced-colors: active) {
    input:checked + .tile,
    input:checked + .tile small {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    input:checked + .tile {
      border-color: Highlight;
    }
  }
`;
