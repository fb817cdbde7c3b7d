import { describe, expect, test } from '@jest/globals';
import { maskPrivate } from '../../dialogs/maskPrivate.ts';
import { languages } from '../../knowledge/index.ts';
import { shippedKnowledge } from '../knowledge/shipped.ts';

describe('is taken out', () => {
  test.each([
    // Addresses.
    ['Write to bob@example.org.', 'Write to [e-mail removed].'],
    ['My mail is "Ana.B+news@my-town.gov.co.uk", thanks', 'My mail is "[e-mail removed]", thanks'],
    ['jane.doe (at) example (dot) org would like to know', '[e-mail removed] would like to know'],
    ['a@b.org, c@d.org', '[e-mail removed], [e-mail removed]'],
    ['mailto:müller@bürgermeister.de', 'mailto:[e-mail removed]'],
    // Telephone numbers.
    ['call me at +49 228 976 299 28 please', 'call me at [phone number removed] please'],
    ['+33 6 12 34 56 78', '[phone number removed]'],
    ['+55 (11) 91234-5678!', '[phone number removed]!'],
    ['+34612345678', '[phone number removed]'],
    ['0049-228-97629900', '[phone number removed]'],
    ['(0228) 976 299-28', '[phone number removed]'],
    ['0228/97629928', '[phone number removed]'],
    ['06.12.34.56.78', '[phone number removed]'],
    ['0151 23456789 is mine', '[phone number removed] is mine'],
    ['Ring 416-392-1462.', 'Ring [phone number removed].'],
    ['+1 (416) 392-1462', '[phone number removed]'],
    ['Mi móvil es 612 345 678', 'Mi móvil es [phone number removed]'],
    ['my phone number is 5551234', 'my phone number is [phone number removed]'],
    ['Handynummer: 1512345678', 'Handynummer: [phone number removed]'],
    ['WhatsApp 11 91234-5678', 'WhatsApp [phone number removed]'],
    // Payment cards (the numbers that the schemes publish for tests) and accounts.
    ['I paid with 4111 1111 1111 1111 yesterday', 'I paid with [card number removed] yesterday'],
    ['5500-0000-0000-0004', '[card number removed]'],
    ['3782 822463 10005', '[card number removed]'],
    ['378282246310005', '[card number removed]'],
    ['IBAN DE89 3704 0044 0532 0130 00 and so on', 'IBAN [account number removed] and so on'],
    ['FR1420041010050500013M02606', '[account number removed]'],
    ['es91 2100 0418 4502 0005 1332', '[account number removed]'],
    ['GB29 NWBK 6016 1331 9268 19, please', '[account number removed], please'],
  ])('%s', async (typed, stored) => {
    expect(await maskPrivate(typed, 'en')).toMatchObject({ text: stored, masked: true });
  });

  test('and each has its note in the language of the question', async () => {
    const typed = 'a@b.org +49 228 97629928 4111111111111111 DE89370400440532013000';
    const notes = await Promise.all(
      languages.map(async (language) => (await maskPrivate(typed, language)).text),
    );
    expect(notes).toEqual([
      '[e-mail removed] [phone number removed] [card number removed] [account number removed]',
      '[correo eliminado] [teléfono eliminado] [número de tarjeta eliminado] [número de cuenta eliminado]',
      '[e-mail removido] [telefone removido] [número de cartão removido] [número de conta removido]',
      '[adresse e-mail retirée] [numéro de téléphone retiré] [numéro de carte retiré] [numéro de compte retiré]',
      '[E-Mail-Adresse entfernt] [Telefonnummer entfernt] [Kartennummer entfernt] [Kontonummer entfernt]',
    ]);
  });

  test('and leaves a gap in what a matcher reads', async () => {
    const { bare } = await maskPrivate('Can bob@example.org join? +49 228 97629928', 'en');
    expect(bare).not.toMatch(/example|228|removed/u);
    expect(bare).toMatch(/Can\s+join\?/u);
  });
});

describe('stays', () => {
  test.each([
    '',
    'What is ICLEI?',
    'My reference is ICL-7F3K-9Q, and ICL-2345-67.',
    'icl 2345 67',
    'Are there events in 2024-2025, or 2026/27?',
    'from 10 to 20 members, 1990 2005 2010',
    '2026-11-25 10:30',
    'vom 12.05.2024 bis 14.05.2024',
    'le 12/05/2024 ou le 13-05-2024',
    '12.05.2024 - 14.05.2024',
    '12.05.24 - 14.05.24',
    'entre 2015 y 2030',
    'A budget of 1.500.000 euros',
    'un presupuesto de 1 500 000 €',
    '12 345 678 habitants',
    '678 901 234 Einwohner',
    'US$ 25,000,000.50',
    '$ 1234567',
    '1234567 people live there',
    'the hotel 1234567',
    '100000000 tonnes',
    'ISO 37120 37122 37123 indicators',
    'ISO 14001:2015 and SDG 11.3.1',
    'COP 21, COP 30, SDG 11 2030 2050',
    'The Paris Agreement: 1.5 or 2.0 degrees by 2050',
    'https://example.org/2024/12345678?id=987654321',
    'Version 10.20.30.40',
    'Case number 4111 1111 1111 1112', // no card: its check digit is wrong
    'Twitter @ICLEI and @ICLEI_Europe',
    'We meet @ 10:00 in room 1.23',
    'Gibt es 3 bis 5 Angebote für Städte mit 50.000 Einwohnern?',
    'Quantas cidades (2500) participam?',
    'Plus de 1 750 villes dans 126 pays',
    '1,2,3,4,5,6,7,8,9',
  ])('%s', async (typed) => {
    expect(await maskPrivate(typed, 'en')).toEqual({ text: typed, bare: typed, masked: false });
  });
});

test('No question that the knowledge has a phrasing of is taken for something private', async () => {
  const { entries, outOfScope } = await shippedKnowledge();
  const phrasings = [...entries, ...outOfScope]
    .flatMap(({ texts }) => Object.values(texts).flatMap((text) => text.phrasings))
    .filter((phrasing) => !phrasing.includes('@'));
  expect(phrasings.length).toBeGreaterThan(10_000);
  const masked: string[] = [];
  for (const phrasing of phrasings) if ((await maskPrivate(phrasing, 'en')).masked) masked.push(phrasing);
  expect(masked).toEqual([]);
});

test('A text as long as a message may be takes no noticeable time, whatever it is made of', async () => {
  for (const piece of ['1', '+1 ', 'a@', 'a.', '1-', 'DE89 ', '(0', '1 2.', 'a@b.', '4111 '])
    expect((await maskPrivate(piece.repeat(4000 / piece.length), 'en')).text.length).toBeGreaterThan(0);
});
