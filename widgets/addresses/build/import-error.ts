/** The import cannot be done. The message is one Russian sentence for the person who runs it. */
export class ImportError extends Error {
  override name = 'ImportError';
}
