// What one entry must keep to beyond its shape, so that it can be shown, trusted and found.
import type { PlacedEntry } from '../curate.ts';
import { factsIn, fillFacts } from '../facts.ts';
import type { Fault } from '../fault.ts';
import { type Language, languageNames, languages } from '../language.ts';
import type { CuratedText, FactsFile } from '../schema.ts';
import { handWrittenFigures } from './figures.ts';
import { linkFault, markdownFaults } from './markdown.ts';
import { fewestPhrasings } from './wordings.ts';

/** In characters, link targets not counted. About what a phone shows without scrolling twice. */
const longestAnswer = 900;

type Report = (
  severity: Fault['severity'],
  path: readonly (string | number)[],
  message: string,
  needle?: string,
) => void;

/** Checks one entry against what does not depend on the other entries. */
export function checkEntry(placed: PlacedEntry, facts: FactsFile, today: string): Fault[] {
  const { entry, file, path } = placed;
  const faults: Fault[] = [];
  const report: Report = (severity, inner, message, needle) => {
    faults.push({ severity, ...file.at([...path, ...inner], needle), message: `"${entry.id}" ${message}` });
  };

  if (entry.reviewBy < entry.checkedOn) {
    report(
      'fault',
      ['reviewBy'],
      `is to be reviewed (${entry.reviewBy}) before it was checked (${entry.checkedOn}). Correct one of the dates.`,
    );
  } else if (entry.reviewBy < today) {
    report(
      'warning',
      ['reviewBy'],
      `was to be reviewed by ${entry.reviewBy}. Compare it with its sources and set new dates.`,
    );
  }
  if (entry.validTo !== undefined && entry.validTo < today) {
    report(
      'warning',
      ['validTo'],
      `was served until ${entry.validTo} and is not any more. Renew it with a later validTo, or remove it.`,
    );
  }
  for (const [index, { name, place }] of (entry.events ?? []).entries()) {
    for (const [field, value] of Object.entries({ name, place: place ?? '' })) {
      const texts = typeof value === 'string' ? [value] : Object.values(value);
      for (const text of texts) checkPlain(text, ['events', index, field], report);
    }
  }
  for (const [index, { url }] of entry.sources.entries()) {
    const wrong = linkFault(url);
    if (wrong) report('fault', ['sources', index, 'url'], wrong);
  }
  const missing = languages.filter((language) => !entry[language]);
  if (missing.length > 0) {
    report(
      'warning',
      ['id'],
      `is not told in ${missing.map((language) => languageNames[language]).join(', ')}. Visitors get it in English.`,
    );
  }
  for (const language of languages) {
    const text = entry[language];
    if (text) checkText(text, language, facts, report);
  }
  checkSameFacts(placed, report);
  return faults;
}

function checkText(text: CuratedText, language: Language, { facts, names }: FactsFile, report: Report): void {
  const answer = [language, 'answer'];
  for (const { needle, message } of markdownFaults(text.answer))
    report('fault', answer, `${message}`, needle);
  for (const { word } of handWrittenFigures(text.answer, names)) {
    report(
      'fault',
      answer,
      `has the figure "${word}" written by hand. Put it into facts.yaml and write {{its-id}}, or add the name it belongs to to "names:".`,
      word,
    );
  }
  if (/\{\{|\}\}/u.test(fillFacts(text.answer, facts, language).replaceAll(/\{\{[^{}]*\}\}/gu, ''))) {
    report(
      'fault',
      answer,
      'has braces that name no fact. Write {{fact-id}}.',
      text.answer.includes('{{') ? '{{' : '}}',
    );
  }
  const length = [...fillFacts(text.answer, facts, language).replaceAll(/\]\([^)]*\)/gu, ']')].length;
  if (length > longestAnswer) {
    report(
      'fault',
      answer,
      `has an answer of ${length} characters. Shorten it to ${longestAnswer}, or make two entries.`,
    );
  }
  if (text.phrasings.length < fewestPhrasings) {
    report(
      'fault',
      [language, 'phrasings'],
      `has ${text.phrasings.length} phrasings in ${languageNames[language]}. Write at least ${fewestPhrasings}, as visitors would type them.`,
    );
  }
  checkPlain(text.question, [language, 'question'], report);
  if (text.about) checkPlain(text.about, [language, 'about'], report);
  for (const [index, phrasing] of text.phrasings.entries())
    checkPlain(phrasing, [language, 'phrasings', index], report);
}

/** Questions and names are shown as they stand: no Markdown, no facts. */
function checkPlain(text: string, path: readonly (string | number)[], report: Report): void {
  if (/\{\{|\}\}/u.test(text))
    report('fault', path, 'names a fact outside of an answer. Leave it out.', '{{');
  if (/<[a-z!/]|\*\*|\]\(/iu.test(text))
    report('fault', path, 'has Markdown or HTML where plain text is shown. Leave it out.');
}

/** A figure that one language tells and another does not is most often one that was forgotten. */
function checkSameFacts({ entry }: PlacedEntry, report: Report): void {
  const told = factsIn(entry.en.answer).map(({ id }) => id);
  for (const language of languages) {
    const answer = entry[language]?.answer;
    if (answer === undefined || language === 'en') continue;
    const here = new Set(factsIn(answer).map(({ id }) => id));
    const less = told.filter((id) => !here.has(id));
    const more = [...here].filter((id) => !told.includes(id));
    const difference = [...less.map((id) => `lacks {{${id}}}`), ...more.map((id) => `has {{${id}}}`)];
    if (difference.length > 0) {
      report(
        'warning',
        [language, 'answer'],
        `${difference.join(' and ')} in ${languageNames[language]}, unlike in English. Tell the same in every language.`,
      );
    }
  }
}
