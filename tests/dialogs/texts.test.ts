import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { labels, unsupported } from '../../dialogs/index.ts';
import { texts } from '../../dialogs/texts/index.ts';
import { languages } from '../../knowledge/index.ts';

test.each([
  ['en', 'As of 2017, last checked 23 November 2026', '2 August 2017', 'September 2014'],
  [
    'es',
    'Datos de: 2017; última revisión: 23 de noviembre de 2026',
    '2 de agosto de 2017',
    'septiembre de 2014',
  ],
  [
    'pt',
    'Dados de: 2017; última verificação: 23 de novembro de 2026',
    '2 de agosto de 2017',
    'setembro de 2014',
  ],
  ['fr', 'Données : 2017 ; dernière vérification : 23 novembre 2026', '2 août 2017', 'septembre 2014'],
  ['de', 'Stand: 2017, zuletzt geprüft am 23. November 2026', '2. August 2017', 'September 2014'],
] as const)('dates in %s', (language, line, day, month) => {
  const words = labels(language);
  expect(words.dates('2017', '2026-11-23')).toBe(line);
  expect(words.date('2017-08-02')).toBe(day);
  expect(words.date('2014-09')).toBe(month);
  expect(words.date('undated (c. 2015)')).toBe('undated (c. 2015)');
});

test.each(
  ['dialogs/texts', 'bot/console/texts'].flatMap((folder) =>
    languages.map((language) => `${folder}/${language}.ts`),
  ),
)('%s has the apostrophes and quotation marks of print, and writes the name as the entries do', (file) => {
  const sentences = readFileSync(file, 'utf8').replaceAll(/\/\/.*$/gmu, '');
  expect(sentences).not.toMatch(/\p{L}'\p{L}|"/u);
  expect(sentences).not.toMatch(/ICLEI –/u);
});

describe.each(languages)('texts in %s', (language) => {
  const words = texts[language];

  test('buttons differ from each other, so that typing one is clear', () => {
    const all = Object.values(words.buttons);
    expect(new Set(all).size).toBe(all.length);
  });

  test('whoever hands over a question is told its reference', () => {
    expect(words.yourReference('ICL-7F3K-9Q')).toContain('**ICL-7F3K-9Q**');
    expect(words.tooManyQuestions([])).not.toMatch(/undefined|\*\*/u);
  });

  test('an address is noted for staff, and no mail is promised', () => {
    const said = [words.askForEmail('ICL-7F3K-9Q'), words.emailSaved('me@example.org', 'ICL-7F3K-9Q')];
    for (const text of said) {
      expect(text).toContain('**ICL-7F3K-9Q**');
      expect(text).not.toMatch(/\bsend|\bsent|senden|gesendet|enviar|enviad|envoy/iu);
    }
    expect(said[1]).toContain('me@example.org');
  });

  test('a failure names no reference', () => {
    expect(unsupported('storageFailure', language).text).not.toContain('ICL-');
    expect(unsupported('storageFailure', language)).toMatchObject({ language, kind: 'other' });
  });
});
