import { describe, expect, test } from '@jest/globals';
import { readChoice } from '../../../dialogs/reading/choice.ts';
import { readEmail } from '../../../dialogs/reading/email.ts';
import { showEmail } from '../../../dialogs/reading/hiddenEmail.ts';
import { readLanguageRequest } from '../../../dialogs/reading/languageRequest.ts';
import { withoutMarkup } from '../../../dialogs/reading/markup.ts';
import { readOwnAction } from '../../../dialogs/reading/ownAction.ts';
import { personAbout, readSmallTalk } from '../../../dialogs/reading/smallTalk.ts';

describe('small talk', () => {
  test.each([
    ['hi', 'greeting'],
    ['helo', 'greeting'],
    ['Hiiii!!!', 'greeting'],
    ['hello there my friend', 'greeting'],
    ['¡Hola!', 'greeting'],
    ['Olá', 'greeting'],
    ['Salut 👋', 'greeting'],
    ['Grüß Gott', 'greeting'],
    ['👋', 'greeting'],
    ['merci!!', 'thanks'],
    ['danke :)', 'thanks'],
    ['obrigada', 'thanks'],
    ['thnaks', 'thanks'],
    ['muchas gracias por su ayuda', 'thanks'],
    ['Tschüss', 'bye'],
    ['adiós', 'bye'],
    ['até logo', 'bye'],
    ['are you a bot?', 'isBot'],
    ['Bist du ein Mensch?', 'isBot'],
    ['êtes-vous un robot ?', 'isBot'],
    ['¿eres un robot?', 'isBot'],
    ['você é um robô?', 'isBot'],
    ['help', 'help'],
    ['hi, can you help me', 'help'],
    ['Was kannst du?', 'help'],
    ['start over', 'startOver'],
    ['von vorn bitte', 'startOver'],
    ['recommencer', 'startOver'],
    ['empezar de nuevo', 'startOver'],
    ['começar de novo', 'startOver'],
    ['never mind', 'cancel'],
    ['That didn’t help', 'notHelpful'],
    ['das hilft mir nicht weiter', 'notHelpful'],
    ['thanks, that helped', 'helpful'],
    ['ninguna', 'none'],
    ['keine davon', 'none'],
    ['yes please', 'yes'],
    ['não', 'no'],
    ['can I speek to a humna please', 'person'],
    ['I would like to talk to a real person', 'person'],
    ['quiero hablar con alguien', 'person'],
    ['gostaria de falar com um atendente', 'person'],
    ['je voudrais parler à quelqu’un', 'person'],
    ['Kann ich bitte mit einem Mitarbeiter sprechen?', 'person'],
    ['¿Hablo con una persona?', 'isBot'],
    ['estou falando com um atendente?', 'isBot'],
    ['Est-ce que je parle à une vraie personne ?', 'isBot'],
    ['Spreche ich mit einem echten Menschen?', 'isBot'],
    ['Am I talking to a real human being?', 'isBot'],
    ['you are stupid', 'insult'],
    ['You are so USELESS!!!', 'insult'],
    ['stupid bot', 'insult'],
    ['you stuipd bot', 'insult'],
    ['eres un inútil', 'insult'],
    ['No entiendes nada', 'insult'],
    ['você é muito burro', 'insult'],
    ['Isso não funciona', 'insult'],
    ['vous êtes vraiment nul', 'insult'],
    ['ça ne sert à rien', 'insult'],
    ['Du bist so blöd', 'insult'],
    ['so ein Mist', 'insult'],
    ['you idiot, I want to talk to a person', 'person'],
    ['What is the status of my question?', 'status'],
    ['hi, whats teh status of my qustion please', 'status'],
    ['Has anyone answered my question yet?', 'status'],
    ['when will I get an anwser', 'status'],
    ['¿Cuál es el estado de mi pregunta?', 'status'],
    ['hola, ya hay respuesta a mi consluta', 'status'],
    ['Qual é o status da minha pergunta?', 'status'],
    ['ja responderam minha perguta', 'status'],
    ['Où en est ma question ?', 'status'],
    ['bonjour, quand aurai-je une réponce', 'status'],
    ['Wie ist der Stand meiner Frage?', 'status'],
    ['gibts schon eine Antwort auf meine Frage', 'status'],
  ])('"%s" is %s', (text, intent) => {
    expect(readSmallTalk(text)).toMatchObject({ intent, rest: '' });
  });

  test.each([
    ['hi, what is iclei?', 'what is iclei?'],
    ['helo, what is iclei?', 'what is iclei?'],
    ['thanks! and who runs it?', 'and who runs it?'],
    ['Hallo zusammen, was ist ICLEI?', 'was ist ICLEI?'],
    ['no, I meant the Solutions Gateway', 'I meant the Solutions Gateway'],
    ['what is iclei? thanks', 'what is iclei?'],
    ['are you a bot? what is ICLEI?', 'what is ICLEI?'],
    ['No city is smart without citizens', 'No city is smart without citizens'],
    ['help cities', 'help cities'],
    ['stupid bot, what is ICLEI?', 'what is ICLEI?'],
    ['why is it stupid to build dams?', 'why is it stupid to build dams?'],
    ['what is bad for cities', 'what is bad for cities'],
    ['what is the status of cities', 'what is the status of cities'],
    ['what is the status of my application', 'what is the status of my application'],
    ['how do I contact someone from ICLEI in Bonn?', 'how do I contact someone from ICLEI in Bonn?'],
    ['can you tell me about the hell of traffic', 'can you tell me about the hell of traffic'],
  ])('in "%s" the question stays: "%s"', (text, rest) => {
    expect(readSmallTalk(text).rest).toBe(rest);
  });

  test('a wish for a person may say what it is about', () => {
    expect(personAbout('I want to talk to a person about our membership')).toBe('our membership');
    expect(personAbout('mit einem Menschen sprechen wegen unserer Mitgliedschaft')).toBe(
      'unserer Mitgliedschaft',
    );
    expect(personAbout('tell me about the staff')).toBeNull();
  });
});

describe('a wish for another language', () => {
  test.each([
    ['in English please', 'en'],
    ['auf Deutsch', 'de'],
    ['Sprechen Sie Deutsch?', 'de'],
    ['en français, s’il vous plaît', 'fr'],
    ['¿habla español?', 'es'],
    ['em português por favor', 'pt'],
    ['Do you speak Spanish?', 'es'],
    ['français', 'fr'],
  ])('"%s" is %s', (text, language) => {
    expect(readLanguageRequest(text)).toBe(language);
  });

  test.each(['who translated the German report?', 'please', 'in which cities do people speak English', ''])(
    '"%s" is none',
    (text) => {
      expect(readLanguageRequest(text)).toBeNull();
    },
  );
});

describe('a choice typed', () => {
  const offered = [
    { label: 'What is ICLEI?', action: { action: 'ask', entry: 'a' } },
    { label: 'What is the SMART approach?', action: { action: 'ask', entry: 'b' } },
    { label: 'None of these', action: { action: 'noneOfThese' } },
  ] as const;

  test.each([
    ['1', 0],
    ['2.', 1],
    ['#2', 1],
    ['the second one', 1],
    ['la segunda', 1],
    ['die zweite', 1],
    ['le deuxième', 1],
    ['a primeira', 0],
    ['what is iclei', 0],
    ['what is the smart aproach?', 1],
    ['None of these', 2],
  ])('"%s"', (text, index) => {
    expect(readChoice(text, offered)).toEqual(offered[index]?.action);
  });

  test.each(['4', '1,000 cities', 'what is', 'second thoughts'])('"%s" is none', (text) => {
    expect(readChoice(text, offered)).toBeNull();
  });
});

test.each([
  ['withdraw my question please', 'withdraw'],
  ['Ich möchte noch etwas ergänzen', 'addDetails'],
  ['laisser mon e-mail', 'leaveEmail'],
  ['retirar minha pergunta', 'withdraw'],
  ['why did Texas withdraw?', null],
])('on one’s own question, "%s" means %s', (text, action) => {
  expect(readOwnAction(text)).toBe(action);
});

describe('an e-mail address', () => {
  test.each([
    ['jane.doe (at) example.org', 'jane.doe@example.org'],
    ['My mail is jane.doe[at]example[dot]org, thanks', 'jane.doe@example.org'],
    ['jane {ät} example.org', 'jane@example.org'],
    ['jane.doe <at> example.org', 'jane.doe@example.org'],
    ['jane.doe @ example.org', 'jane.doe@example.org'],
    ['jane arroba example punto org', 'jane@example.org'],
    ['jane (arobase) example point co point fr', 'jane@example.co.fr'],
    ['Jane.Doe at example.org.', 'jane.doe@example.org'],
  ])('that was asked for is found in "%s"', async (text, email) => {
    expect(await readEmail(showEmail(text, true))).toBe(email);
  });

  test.each(['write to me at example.org', 'I work at example.org', 'jane at home', 'jane (at) home'])(
    'is not made up from "%s", though one was asked for',
    async (text) => {
      expect(await readEmail(showEmail(text, true))).toBeNull();
    },
  );

  test.each(['me at example.org', 'What happens at iclei.org?'])('is not seen in "%s" unasked', (text) => {
    expect(showEmail(text, false)).toBe(text);
  });

  test.each([
    ['me@example.org', 'me@example.org'],
    ['my mail is ana.b@city-council.gov.uk, thanks', 'ana.b@city-council.gov.uk'],
    ['(me@example.org)', 'me@example.org'],
    ['My address is me@example.org.', 'me@example.org'],
    ['me@example.org...', 'me@example.org'],
  ])('is found in "%s"', async (text, email) => {
    expect(await readEmail(text)).toBe(email);
  });

  test.each([
    'no address',
    'a@b.org or c@d.org',
    "bob.o'hara@example.org",
    'me@localhost',
    'me@example.org%0d%0aBcc:you@example.org',
    'me@example.org\u0000x',
    'me@example.org\u202egro.evil',
    '@',
    `${'x'.repeat(300)}@b.org`,
  ])('is not made up from "%s"', async (text) => {
    expect(await readEmail(text)).toBeNull();
  });
});

test.each([
  ['<img src=x onerror=alert(1)>', ''],
  ['<img src=x onerror=alert(1)', ''],
  ['<script>alert(1)</script>', ''],
  ['<SCRIPT>alert(1)', ''],
  ['<b>What is ICLEI?</b>', 'What is ICLEI?'],
  ['towns < 50,000 and > 10,000 people', 'towns < 50,000 and > 10,000 people'],
  ['I <3 cities', 'I <3 cities'],
])('without markup, "%s" says "%s"', (text, rest) => {
  expect(withoutMarkup(text)).toBe(rest);
});
