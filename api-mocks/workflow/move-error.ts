/** A move of a case or a complaint is impossible. The message says why, in Russian. */
export class MoveError extends Error {
  override name = 'MoveError';
}
