// The five languages the bot answers in, and their names.

export const languages = ['en', 'es', 'pt', 'fr', 'de'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself, for language pickers and notices. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
  fr: 'Français',
  de: 'Deutsch',
};

/**
 * Reads a BCP 47 tag ("pt-BR", "de") as one of our languages.
 * @param tag a locale as a client sent it, or nothing
 * @returns the language, or null when the tag is absent or names another one
 */
export function parseLanguage(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/u)[0];
  return languages.find((language) => language === primary) ?? null;
}
