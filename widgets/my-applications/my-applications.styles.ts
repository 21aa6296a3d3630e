// Longer than other modules: one style sheet.
import { css } from 'lit';

/** Style sheet of the list: rows, badges, filters; besides those that all widgets share. */
export const styles = css`
  .head {
    display: grid;
    gap: 6px;
  }
  :is(.head, .removed, .frame > .quiet) .link {
    min-block-size: 44px;
    padding-inline: 0;
    text-align: start;
  }
  .empty {
    display: grid;
    gap: 6px;
    padding: 24px 20px;
    background: var(--wash);
    border-radius: var(--radius);
  }
  .removed {
    padding: 4px 18px;
    background: var(--wash);
    border-radius: var(--radius);
  }
  .tools {
    display: grid;
    gap: 12px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chip {
    min-block-size: 44px;
    padding: 8px 16px;
    color: var(--ink);
    font: inherit;
    background: var(--paper);
    border: 1.5px solid var(--line-strong);
    border-radius: 22px;
    cursor: pointer;
  }
  .chip[aria-pressed='true'] {
    color: var(--accent-deep);
    font-weight: 600;
    background: var(--wash);
    border-color: var(--accent);
  }
  .chip[aria-pressed='true']::before {
    content: '✓ ' / '';
  }
  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 24px;
    align-items: start;
    padding-block: 20px;
    border-block-start: 1px solid var(--line);
  }
  .rows li:last-child {
    padding-block-end: 4px;
  }
  .what {
    grid-row: span 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .what h3 .link {
    min-block-size: 28px;
    padding: 0;
    font-weight: 650;
    text-align: start;
    text-decoration-thickness: 1px;
    overflow-wrap: anywhere;
  }
  .stands {
    margin-block-start: 4px;
  }
  .badge {
    display: inline-block;
    margin-inline-end: 6px;
    padding: 1px 12px;
    font-size: var(--small);
    font-weight: 600;
    color: var(--quiet);
    border: 1px solid var(--line-strong);
    border-radius: 1em;
  }
  .badge.waiting {
    color: var(--warn);
    background: var(--warn-wash);
    border-color: currentcolor;
  }
  .badge.waiting::before {
    content: '● ' / '';
  }
  .badge.draft {
    border-style: dashed;
  }
  .badge.going::before {
    content: '○ ' / '';
  }
  .badge.ready {
    color: var(--good);
    background: var(--good-wash);
    border-color: currentcolor;
  }
  .badge.ready::before {
    content: '✓ ' / '';
  }
  .badge.late {
    color: var(--bad);
    background: var(--bad-wash);
    border-color: currentcolor;
  }
  .badge.late::before {
    content: '▲ ' / '';
  }
  summary {
    min-block-size: 44px;
    align-content: center;
    color: var(--accent);
    text-align: end;
    cursor: pointer;
  }
  details[open] {
    grid-column: 1 / -1;
  }
  details > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    padding: 4px 16px;
    background: var(--wash);
    border-radius: var(--radius);
  }
  /* Its width counts in some browsers also where it is not shown. */
  details:not([open]) > div {
    display: none;
  }
  details .link {
    min-block-size: 44px;
    text-align: start;
  }
  .asks {
    grid-column: 1 / -1;
    display: grid;
    gap: 12px;
    padding: 16px 20px;
    background: var(--wash);
    border-radius: var(--radius);
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: center;
  }
  .fresh {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
  }
  .go {
    justify-content: space-between;
    padding-block-start: 8px;
  }
  .go .link {
    padding-inline: 0;
    text-align: start;
  }
  @container (max-width: 560px) {
    .chip {
      padding-inline: 12px;
    }
    .what {
      grid-column: 1 / -1;
      grid-row: auto;
    }
    .rows .button {
      margin-block-start: 8px;
    }
    .rows li:not(:has(.button)) summary {
      text-align: start;
    }
  }
`;
