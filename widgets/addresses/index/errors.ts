/**
 * The address index cannot answer: `offline` when its files do not come, `outdated` when they are not those that the
 * manifest promises (an update is under way, or a file is damaged).
 */
export class AddressesError extends Error {
  override name = 'AddressesError';
  readonly reason: 'offline' | 'outdated';

  constructor(reason: 'offline' | 'outdated', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
