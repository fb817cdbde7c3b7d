// The help sheet of the keyboard shortcuts, and the button that opens it. Both need the script, so they are hidden without it.
import { type Html, html } from '../../html.ts';
import type { Words } from '../texts/texts.ts';
import { keyOf, shortcutKeys, shortcutTexts } from './texts.ts';

export function shortcutSheet({ language }: Words): Html {
  const t = shortcutTexts[language];
  return html`<button class="quiet" type="button" id="shortcuts-open" aria-haspopup="dialog" hidden>${t.title} <kbd>?</kbd></button>
<dialog id="shortcuts" aria-labelledby="shortcuts-title">
  <h2 id="shortcuts-title">${t.title}</h2>
  <p>${t.lead}</p>
  <dl class="keys">${shortcutKeys.map((name) => html`<div data-shortcut="${name}"><dt><kbd>${keyOf[name]}</kbd></dt><dd>${t[name]}</dd></div>`)}
    <div><dt><kbd>Ctrl</kbd> <kbd>Enter</kbd></dt><dd>${t.send}</dd></div></dl>
  <p><label><input type="checkbox" id="shortcuts-on" checked> ${t.on}</label></p>
  <form method="dialog"><button class="primary">${t.close}</button></form>
</dialog>`;
}
