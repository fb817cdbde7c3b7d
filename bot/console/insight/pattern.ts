// How the parts of a picture are told apart: by colour and, for those who see none, by pattern.
import { type Html, html } from '../../html.ts';

/** The kinds of part that pictures have; the style sheet has a colour for each. */
export type Ink = 'answered' | 'clarified' | 'escalated' | 'unanswered' | 'talk' | 'plain';

/** What is drawn over the colour, in a square of 8 by 8 that repeats. */
const marks: Readonly<Record<Ink, Html | null>> = {
  answered: null,
  plain: null,
  clarified: html`<path d="M-2 2 2-2M0 8 8 0M6 10 10 6"></path>`,
  escalated: html`<path d="M2 2v.01M6 6v.01" class="dots"></path>`,
  unanswered: html`<path d="M0 0 8 8M8 0 0 8"></path>`,
  talk: html`<path d="M0 2h8M0 6h8"></path>`,
};

/** The patterns of one picture. @param picture its id: ids are one page's, and pictures share it */
export function patterns(picture: string, inks: readonly Ink[]): Html {
  return html`<defs>${inks.map(
    (
      ink,
    ) => html`<pattern id="${picture}-${ink}" width="8" height="8" patternUnits="userSpaceOnUse" class="ink ${ink}">
<rect width="8" height="8"></rect>${marks[ink]}</pattern>`,
  )}</defs>`;
}

/** What a part is filled with. */
export function fillOf(picture: string, ink: Ink): string {
  return `url(#${picture}-${ink})`;
}

/** Says what each colour and pattern of a picture means. */
export function legend(
  picture: string,
  parts: readonly { readonly ink: Ink; readonly name: string }[],
  more?: Html | false,
): Html {
  return html`<ul class="legend">${parts.map(
    ({ ink, name }) =>
      html`<li><svg class="swatch" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true"><rect width="20" height="14" fill="${fillOf(picture, ink)}"></rect></svg>${name}</li>`,
  )}${more}</ul>`;
}
