import { css } from 'lit';

/** Style sheet of this widget, besides those that all widgets share. */
export const styles = css`
  .frame {
    gap: 12px;
    padding-block: 16px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: center;
    justify-content: space-between;
  }
  .who {
    flex: 1 1 15em;
  }
  .who b {
    display: block;
    font-weight: 600;
  }
  .rest .link {
    min-block-size: 44px;
    padding-inline: 0;
    margin-inline-end: 12px;
    text-align: start;
  }
  @container (max-width: 480px) {
    .bar .button {
      flex: 1 1 100%;
    }
  }
`;
