// What people type, as it is kept.

/** Without what no text needs and some reader could be fooled by: control characters, and those that turn the direction of text. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u2028\u2029]/gu, '\n')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ');
}

/** The same in one line. */
export function oneLine(text: string): string {
  return clean(text).replaceAll(/\s+/gu, ' ').trim();
}
