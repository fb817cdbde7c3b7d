// When something was said, as the reader writes times.

/** The browser's own variant of the language ("en-GB" has 24 hours), else the language as such. */
export function readerLocale(language: string, preferred: readonly string[]): string {
  return (
    preferred.find((locale) => locale.toLowerCase().split('-')[0] === language && isWellFormed(locale)) ??
    language
  );
}

/** Some browsers name a locale that none of their own functions takes: "en-US@posix". */
function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0;
  } catch {
    return false;
  }
}

/** The hour of a message of today, with its date otherwise; null for what is no time. */
export function formatTime(at: string, locale: string, now: Date): string | null {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const today = date.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    locale,
    today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(date);
}
