// The frame of the pages of teaching: the console's, with a style of their own.
import { type Html, html } from '../../../html.ts';
import { type Frame, page } from '../../views/page.ts';

export function teachPage(frame: Omit<Frame, 'part'>, title: string, main: Html): Html {
  return page(
    { ...frame, part: 'teach' },
    title,
    html`<link rel="stylesheet" href="/console/assets/teach.css">
${main}`,
  );
}
