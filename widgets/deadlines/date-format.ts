/** By locale and options. No result depends on what is in here: it only saves making the same formatter again. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * A formatter of dates, made once for each locale and options. One takes 50 KB outside the heap of JavaScript, which the garbage
 * collector does not see: a server that made one for each request would grow by hundreds of megabytes.
 */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  // eslint-disable-next-line no-restricted-syntax -- the type of the options asks for a time zone
  const format = FORMATS.get(name) ?? new Intl.DateTimeFormat(locale, options);
  FORMATS.set(name, format);
  return format;
}
