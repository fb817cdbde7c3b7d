// Asks a curator for what an entry says in one language.
import type { Draft } from '../check/draft.ts';
import { describeOutcome, tryQuestion } from '../check/trial.ts';
import { fewestPhrasings } from '../check/wordings.ts';
import { type Language, languageNames } from '../language.ts';
import type { Matcher } from '../matcher.ts';
import type { CuratedText } from '../schema.ts';
import { answerText } from '../write/answerText.ts';
import type { Dialogue } from './dialogue.ts';

/** With fewer, an entry is found by some only of those who ask for it. */
const advisedPhrasings = 8;

/** Says what is wrong with the draft. @returns whether something is */
export type Refuse = (draft: Draft) => boolean;

export async function askText(
  dialogue: Dialogue,
  refuse: Refuse,
  matcher: Matcher,
  language: Language,
): Promise<CuratedText> {
  /** Shows who answers a wording already, and asks whether to take it all the same. */
  const isWanted = async (wording: string): Promise<boolean> => {
    const tried = tryQuestion({ line: 0, question: wording, language }, matcher);
    if (tried.outOfScope !== null) dialogue.say(`  "${wording}" is refused as "${tried.outOfScope}" so far.`);
    if (tried.kind !== 'answered') return true;
    const [best] = matcher.match(wording, { language }).matches;
    dialogue.say(`  "${wording}" is ${describeOutcome(tried)} already: ${best?.entry.texts.en.question}`);
    return dialogue.confirm('  Take it all the same?');
  };

  const askQuestion = async (): Promise<string> => {
    for (;;) {
      const question = await dialogue.ask('Question, as the bot writes it: ');
      if (!refuse({ [language]: { question } }) && (await isWanted(question))) return question;
    }
  };

  const askPhrasings = async (question: string): Promise<string[]> => {
    dialogue.say(
      `Phrasings: other ways to ask it, as visitors type; one a line, an empty line ends them. At least ${fewestPhrasings}, better ${advisedPhrasings} or more.`,
    );
    const phrasings: string[] = [];
    for (;;) {
      const phrasing = await dialogue.ask('- ');
      if (phrasing !== '') {
        const more = [...phrasings, phrasing];
        if (!refuse({ [language]: { question, phrasings: more } }) && (await isWanted(phrasing)))
          phrasings.push(phrasing);
      } else if (phrasings.length >= fewestPhrasings) return phrasings;
      else dialogue.say(`  ! ${phrasings.length} so far. At least ${fewestPhrasings} are needed.`);
    }
  };

  const askAnswer = async (): Promise<string> => {
    dialogue.say(
      'Answer: one line or several, an empty line ends it. **bold**, "- " for lists, [words](https://…); figures as {{fact-id}} from facts.yaml.',
    );
    for (;;) {
      const answer = answerText(await dialogue.askLines('  '));
      if (answer === '') dialogue.say('  ! The answer is empty.');
      else if (!refuse({ [language]: { answer } })) return answer;
    }
  };

  dialogue.say(`\n${languageNames[language]}`);
  const question = await askQuestion();
  const phrasings = await askPhrasings(question);
  if (phrasings.length < advisedPhrasings)
    dialogue.say(`  ${phrasings.length} phrasings. With ${advisedPhrasings} or more, more visitors find it.`);
  return { question, phrasings, answer: await askAnswer() };
}
