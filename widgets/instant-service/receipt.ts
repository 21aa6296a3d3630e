/**
 * What the device keeps of an answer: its id at the portal, which opens it for who has asked, and nothing of what it says; or, for a
 * signature that the device could judge alone, what it has found.
 */
export type InstantReceipt = { id: string } | { found: 'changed' | 'none' };
