import { css } from 'lit';

/** Layout of what a form says about its draft. */
export const draftStyles = css`
  .hand-over {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .hand-over .code {
    font-size: 1.42em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .hand-over .qr {
    inline-size: 232px;
    max-inline-size: 100%;
  }
  .draft,
  .drafts li {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    align-items: baseline;
  }
  .draft > :first-child:not(.link) {
    flex-basis: 100%;
  }
  .draft .link,
  .note .link {
    padding-inline: 0;
  }
  .drafts ul {
    display: grid;
    gap: 8px;
    padding: 0;
    margin-block: 12px;
    list-style: none;
  }
  .drafts summary {
    min-block-size: 44px;
    align-content: center;
    cursor: pointer;
  }
`;
