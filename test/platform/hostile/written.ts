/** A number as JSON may write it and JavaScript cannot hold it. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): string {
    return `@written:${this.text}@`;
  }
}

/** JSON with the numbers as they are written. */
export const jsonOf = (value: unknown): string => JSON.stringify(value).replace(/"@written:([^"@]*)@"/g, '$1');
