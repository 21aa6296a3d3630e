/**
 * The address index cannot be read. `offline`: a file cannot be fetched. `outdated`: a file is not the one that the manifest names,
 * because the index is being replaced or the file is damaged.
 */
export class AddressesError extends Error {
  override name = 'AddressesError';
  /** Why: see {@link AddressesError}. */
  readonly reason: 'offline' | 'outdated';

  constructor(reason: 'offline' | 'outdated', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
