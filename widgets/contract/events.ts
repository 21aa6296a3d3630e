import * as v from 'valibot';

/** What can change for a citizen; `subject` is the number of the application, unless said otherwise. */
export const EVENT_KINDS = [
  'applicationChanged',
  'messageReceived',
  'invoiceIssued',
  'invoicePaid',
  /** `subject`: the id of the appointment. */
  'appointmentChanged',
  /** `subject`: the number of the complaint. */
  'complaintChanged',
  /** `subject`: the id of the request. */
  'instantReady',
  /** `subject`: the id of the upload. */
  'uploadScanned',
] as const;
export const EventKindSchema = v.picklist(EVENT_KINDS);
export type EventKind = v.InferOutput<typeof EventKindSchema>;
