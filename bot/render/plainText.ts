// A reply as plain text with link targets: for the terminal, and as the fallback that every channel can show.
import { labels, type Reply } from '../../dialogs/index.ts';

/**
 * The whole visible text of a reply's bubble.
 * @param options.choices whether to list the buttons' labels too, where a channel shows none
 */
export function renderPlainText(reply: Reply, options: { readonly choices: boolean }): string {
  const words = labels(reply.language);
  const parts = [
    reply.author.kind === 'staff' ? `${words.staffName(reply.author.name)}:\n${reply.text}` : reply.text,
  ];
  if (reply.sources.length > 0) {
    const lines = reply.sources.map(
      (source) => `- ${source.title} (${words.date(source.date)}): ${source.url}`,
    );
    parts.push(`${words.sources}:\n${lines.join('\n')}`);
  }
  if (reply.dates) parts.push(words.dates(reply.dates.asOf, reply.dates.checkedOn));
  if (options.choices && reply.choices.length > 0) {
    parts.push(reply.choices.map((choice, index) => `[${index + 1}] ${choice.label}`).join('\n'));
  }
  return parts.join('\n\n');
}
