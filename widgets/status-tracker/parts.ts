import type { LitElement, TemplateResult, nothing } from 'lit';

import type { OpenCase } from '../portal/open-case.ts';
import type { CaseAction } from '../portal/case-events.ts';

/** What can be opened below a status. Each is fetched when it is opened: `widgets/case`. */
export type Part =
  | 'answer'
  | 'mend'
  | 'letters'
  | 'invoices'
  | 'visits'
  | 'files'
  | 'history'
  | 'notices'
  | 'withdrawal'
  | 'escalation';

/** What the views show around a status, and what their buttons do. */
export interface ViewOptions {
  host: LitElement;
  access: OpenCase;
  /** Slug of the service; empty for a complaint. */
  service: string;
  /** Whether the case has not ended. */
  isGoing: boolean;
  /** Whether the portal does not know the case any more: nothing of it can be opened or done. */
  isErased: boolean;
  /** Changes whenever the case has. */
  version: number;
  notice: TemplateResult | typeof nothing;
  isLoading: boolean;
  /** When the portal has said last where the case stands, in milliseconds since 1970; absent where only the device has said it. */
  seenAt: number | undefined;
  /** The parts that have been opened. */
  opened: ReadonlySet<Part>;
  onOpen: (part: Part, isOpen: boolean) => void;
  onAction: (action: CaseAction) => void;
  onRefresh: () => void;
  /** Prints the case, with its history. */
  onPrint: () => void;
  onAnother: () => void;
}

/** IANA name of the region's time zone: all times are its own, wherever the device is. */
export const timeZoneOf = ({ access }: ViewOptions): string => access.portal.config.region.timeZone;
