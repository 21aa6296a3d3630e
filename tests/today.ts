/** Days since 1970: what is too much for one day takes turns by it. */
export const TODAY = Math.floor(Date.now() / 86_400_000);
