// The texts of the console's parts: the same keys and slots in every language.
import { expect, test } from '@jest/globals';
import { deliveryTexts } from '../../bot/console/deliveries/texts.ts';
import { signInTexts } from '../../bot/console/oidc/texts.ts';
import { peopleTexts } from '../../bot/console/people/texts.ts';
import { privacyTexts } from '../../bot/console/privacy/texts.ts';
import { queueTexts } from '../../bot/console/queue/texts.ts';
import { settingsTexts } from '../../bot/console/settings/texts.ts';
import { shortcutTexts } from '../../bot/console/shortcuts/texts.ts';
import { textModuleTexts } from '../../bot/console/textModules/texts.ts';
import { languages } from '../../knowledge/index.ts';

const slots = (sentence: string) => [...sentence.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

for (const [name, texts] of Object.entries({
  ...{ signInTexts, peopleTexts, settingsTexts, privacyTexts, queueTexts, shortcutTexts, textModuleTexts },
  deliveryTexts,
})) {
  test.each(languages)(`${name}: every sentence of %s has the slots of the English one`, (language) => {
    const english = Object.entries(texts.en);
    const other = new Map<string, string>(Object.entries(texts[language]));
    expect([...other.keys()].sort()).toEqual(english.map(([key]) => key).sort());
    for (const [key, sentence] of english) {
      expect({ key, slots: slots(other.get(key) ?? '') }).toEqual({ key, slots: slots(sentence) });
      expect(other.get(key)?.trim()).toBe(other.get(key));
      expect(other.get(key)).not.toBe('');
    }
  });
}
