import { css } from 'lit';

/** Style sheet of a form in which a refused application is mended. */
export const correctingStyles = css`
  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .mend {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-inline-start: 16px;
    border-inline-start: 4px solid var(--warn);
  }
  .mend.mended {
    border-inline-start-color: var(--good);
  }
  .mend > p {
    padding: 10px 14px;
    background: var(--warn-wash);
    border-radius: var(--radius);
    outline: 1px solid transparent;
  }
  .mend.mended > p {
    background: var(--good-wash);
  }
  .to-mend {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.2em;
  }
  .to-mend li {
    list-style: disc;
  }
`;
