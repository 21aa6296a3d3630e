/** The input cannot be read; the message is one sentence for whoever runs the import. */
export class ImportError extends Error {
  override name = 'ImportError';
}
