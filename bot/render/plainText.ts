// A reply as text with its sources: Markdown, as the fallback that every channel can show, and plain, for the terminal.
import { labels, type Reply } from '../../dialogs/index.ts';
import { markdownText } from './markdownText.ts';

/** The whole visible text of a reply's bubble, in Markdown; the buttons are the channel's. */
export function renderMarkdown(reply: Reply): string {
  return bubble(reply, reply.text);
}

/**
 * The whole visible text of a reply, its buttons' labels included.
 * @param choices numbered where a number typed presses the button
 */
export function renderPlainText(reply: Reply, choices: 'numbered' | 'listed'): string {
  const text = bubble(reply, markdownText(reply.text, reply.author.kind));
  const buttons = reply.choices.map(({ label }, index) =>
    choices === 'numbered' ? `[${index + 1}] ${label}` : `[${label}]`,
  );
  return buttons.length === 0 ? text : `${text}\n\n${buttons.join('\n')}`;
}

function bubble(reply: Reply, text: string): string {
  const words = labels(reply.language);
  const parts = [reply.author.kind === 'staff' ? `${words.staffName(reply.author.name)}:\n${text}` : text];
  if (reply.sources.length > 0) {
    const lines = reply.sources.map(
      (source) => `- ${source.title} (${words.date(source.date)}): ${source.url}`,
    );
    parts.push(`${words.sources}:\n${lines.join('\n')}`);
  }
  if (reply.dates) parts.push(words.dates(reply.dates.asOf, reply.dates.checkedOn));
  return parts.join('\n\n');
}
