import { formatFault } from '../../fault.ts';
import { languageNames, languages } from '../../language.ts';
import type { Report } from '../report.ts';
import { html } from './html.ts';
import { folded, type Section } from './section.ts';
import { counted, whole } from './words.ts';

/** Headline figures, and what the check says. */
export function figuresSection({ check }: Report): Section {
  const phrasings = languages.reduce((sum, language) => sum + check.phrasings[language], 0);
  const told = languages.filter((language) => check.phrasings[language] > 0);
  const faults = check.faults.filter(({ severity }) => severity === 'fault');
  const warnings = check.faults.filter(({ severity }) => severity === 'warning');
  const tile = (name: string, value: number, kind = '') =>
    html`<div class="tile ${kind}"><dt>${name}</dt><dd>${whole(value)}</dd></div>
`;
  return {
    id: 'figures',
    title: 'Figures',
    state: `${counted(faults.length, 'fault', 'faults')}, ${counted(warnings.length, 'warning', 'warnings')}`,
    purpose:
      'Shows what the bot knows today: mend faults at once, because some keep your edits from being published, and look at the warnings when you next edit their file.',
    body: html`<dl class="tiles">
${tile('Entries', check.entries)}${tile('Phrasings', phrasings)}${tile('Languages', told.length)}${tile('Facts', check.facts)}${tile('Regression questions', check.questions)}${tile('Out-of-scope groups', check.outOfScope)}${tile('Faults', faults.length, faults.length > 0 ? 'bad' : '')}${tile('Warnings', warnings.length, warnings.length > 0 ? 'mind' : '')}</dl>
<p class="note">Phrasings, canonical questions included: ${told
      .map((language) => `${languageNames[language]} ${whole(check.phrasings[language])}`)
      .join(', ')}.</p>
${[
  { name: 'Faults', list: faults },
  { name: 'Warnings', list: warnings },
].map(
  ({ name, list }) =>
    list.length > 0 &&
    folded(
      `${name} (${list.length})`,
      html`<ul class="said">${list.map(
        (fault) => html`<li>${formatFault(fault)}</li>
`,
      )}</ul>`,
      name === 'Faults',
    ),
)}`,
  };
}
