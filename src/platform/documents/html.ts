/** Text that is HTML already. Nothing but `html` makes it, so what stands in it was escaped once. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Shown = string | number | Html | readonly Html[] | null;

/** A text as it stands between tags or in a quoted attribute. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** HTML in which whatever is put in is escaped, unless it is HTML itself; null leaves nothing. */
export function html(strings: TemplateStringsArray, ...shown: readonly Shown[]): Html {
  return new Html(strings.reduce((before, part, at) => before + put(shown[at - 1]!) + part));
}

function put(shown: Shown): string {
  if (shown === null) return '';
  if (shown instanceof Html) return shown.text;
  return typeof shown === 'object' ? shown.map((each) => each.text).join('') : escapedHtml(String(shown));
}
