/** Media types of files that the portal accepts. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
/** Largest file that the portal accepts, in bytes. */
export const FILE_MAX_BYTES = 50 * 1024 * 1024;
