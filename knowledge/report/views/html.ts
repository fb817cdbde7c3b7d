// HTML that is escaped by construction: a value can only get into the page through this template, which escapes it.

/** A piece of finished HTML. Only `html` makes one. */
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

function rendered(value: HtmlValue): string {
  if (value === false || value === null || value === undefined) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return value.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`);
  if (typeof value === 'number') return String(value);
  return value.map(rendered).join('');
}
