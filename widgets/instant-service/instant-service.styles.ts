import { css } from 'lit';

/** Style sheet of this widget, besides those that all widgets share. */
export const styles = css`
  .file {
    overflow-wrap: anywhere;
  }
  .file::before {
    content: '✓ ' / '';
    color: var(--good);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    margin-block-start: 8px;
    overflow-wrap: anywhere;
  }
`;
