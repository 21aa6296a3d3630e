/** A case or a complaint cannot be moved so; the message says why, in Russian. */
export class MoveError extends Error {
  override name = 'MoveError';
}
