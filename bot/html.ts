// HTML that is escaped by construction: a value can only get into a page through this template, which escapes it.

/** A piece of finished HTML. Only `html` and `fill` make one, so whoever holds it knows that every value in it is escaped. */
export class Html {
  readonly #text: string;

  constructor(strings: readonly string[], values: readonly HtmlValue[]) {
    this.#text = strings.reduce((text, part, index) => text + rendered(values[index - 1]) + part);
  }

  toString(): string {
    return this.#text;
  }
}

/** Nothing is written for false, null and undefined, so that `${condition && html`…`}` reads well. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

/** Use as html`<p>${text}</p>`. Attributes must be written in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings, values);
}

/**
 * Fills the slots of a sentence from texts/: "Answered by {name} at {time}".
 * @param slots a value, or HTML, for each name in braces
 */
export function fill(sentence: string, slots: Readonly<Record<string, HtmlValue>>): Html {
  const parts = sentence.split(/\{(\w+)\}/u);
  const blanks = parts.map(() => '');
  return new Html(
    ['', ...blanks],
    parts.map((part, index) => (index % 2 === 1 ? slots[part] : part)),
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function rendered(value: HtmlValue): string {
  if (value === false || value === null || value === undefined) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return value.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
  if (typeof value === 'number') return String(value);
  return value.map(rendered).join('');
}
