// HTML typed into the chat: it means nothing here, and what is left without it may be a question.

const unseen = /<(script|style)\b.*?(?:<\/\1\s*>|$)/gisu;
const tag = /<[/!]?[a-z][^<>]*(?:>|$)/giu;

/** A text without HTML tags, and without what stands in scripts; '' when it was nothing else. */
export function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text;
  const bare = text.replace(unseen, ' ').replace(tag, ' ').trim();
  return /[\p{L}\p{N}]/u.test(bare) ? bare : '';
}
