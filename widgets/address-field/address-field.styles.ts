import { css } from 'lit';

export const styles = css`
  :host {
    max-inline-size: none;
  }
  .combo {
    position: relative;
  }
  .popup {
    position: absolute;
    inset: calc(100% + 4px) 0 auto;
    z-index: 10;
    max-block-size: min(420px, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 12px 28px -12px #14212c66;
  }
  .reason {
    padding: 9px 14px;
    color: var(--warn);
    background: var(--warn-wash);
  }
  [role='option'] {
    display: grid;
    align-content: center;
    min-block-size: 48px;
    padding: 9px 14px;
    overflow-wrap: anywhere;
    cursor: pointer;
    border-inline-start: 3px solid transparent;
  }
  [role='option'] + [role='option'],
  .reason + ul {
    border-block-start: 1px solid var(--line);
  }
  [role='option']:hover {
    background: var(--wash);
  }
  [role='option'][aria-selected='true'] {
    background: var(--wash);
    border-inline-start-color: var(--accent);
  }
  .more,
  .as-it-is {
    color: var(--quiet);
    font-size: var(--small);
  }
  mark {
    color: inherit;
    font-weight: 700;
    background: none;
  }
  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    [aria-selected='true'] .more {
      color: inherit;
    }
  }
  @media print {
    .popup {
      display: none;
    }
  }
`;
