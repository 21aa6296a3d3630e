interface Hold {
  /** Takes the lock from the tab that has it. */
  isTaking: boolean;
  /** Called with true when this tab has the lock, and with false when another one has taken it. */
  onChange: (isHeld: boolean) => void;
  /** Aborts when the lock is not needed any more. */
  ending: AbortSignal;
}

/** Waits for a lock that one tab has at a time, and holds it. Without Web Locks each tab has it: nobody knows of the others. */
export function holdLock(name: string, { isTaking, onChange, ending }: Hold): void {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) {
    onChange(true);
    return;
  }
  // A lock that is taken cannot be waited for, so it has no signal.
  const options = isTaking ? { steal: true } : { signal: ending };
  const ended = new Promise((resolve) => {
    ending.addEventListener('abort', resolve);
  });
  locks
    .request(name, options, () => {
      onChange(true);
      return ended;
    })
    .catch(() => {
      if (!ending.aborted) onChange(false);
    });
}
