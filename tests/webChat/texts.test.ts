import { expect, test } from '@jest/globals';
import { widgetLanguages, widgetTexts } from '../../bot/webChat/client/texts.ts';
import { homeTexts } from '../../bot/webChat/homeTexts.ts';
import { languageNames, languages } from '../../knowledge/index.ts';

test('the widget offers the languages the bot answers in, under their own names', () => {
  expect(widgetLanguages).toEqual(languages.map((id) => ({ id, name: languageNames[id] })));
});

test.each(languages.map((language) => [language]))('%s has every sentence', (language) => {
  const sentences = [widgetTexts[language], homeTexts[language]].flatMap(
    (texts) => JSON.stringify(texts).match(/"[^"]*"(?=[,}\]])/gu) ?? [],
  );
  expect(sentences.length).toBeGreaterThan(40);
  expect(sentences).not.toContain('""');
});

test.each(languages.map((language) => [language]))(
  '%s has typographic apostrophes and quotes',
  (language) => {
    const texts = [widgetTexts[language], homeTexts[language]].map((all) => JSON.stringify(all, null, 1));
    expect(texts.join('\n').match(/\S*'\S*|\S*\\"\S*/gu)).toBeNull();
  },
);

test('the other languages are no copies of the English', () => {
  for (const language of languages.filter((id) => id !== 'en')) {
    expect(widgetTexts[language].privacy).not.toBe(widgetTexts.en.privacy);
    expect(homeTexts[language].lead).not.toBe(homeTexts.en.lead);
  }
});
