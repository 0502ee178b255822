import { inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';

/** The text of each page, blanks left out: how far apart a reader finds characters is no matter of what is written. */
export async function textOfPages(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ''));
}

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** From the foot of the page upwards. */
  readonly bottom: number;
  readonly top: number;
}

/** Where each piece of text stands on each page, in points: from its base line to the height of a character. */
export async function boxesOfPages(pdf: Uint8Array): Promise<TextBox[][]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent();
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [left, bottom] = item.transform.slice(4) as [number, number];
        return [{ text: item.str, left, right: left + item.width, bottom, top: bottom + item.height * 0.85 }];
      });
    }),
  );
}

/** Pieces of text that stand upon each other. */
export function overlaps(boxes: readonly TextBox[]): [string, string][] {
  const apart = (one: TextBox, other: TextBox): boolean =>
    one.right <= other.left + 0.5 ||
    other.right <= one.left + 0.5 ||
    one.top <= other.bottom + 0.5 ||
    other.top <= one.bottom + 0.5;
  return boxes.flatMap((one, at) =>
    boxes.slice(at + 1).flatMap((other): [string, string][] => (apart(one, other) ? [] : [[one.text, other.text]])),
  );
}

export async function metadataOf(pdf: Uint8Array): Promise<Record<string, unknown>> {
  const { info } = await (await getDocumentProxy(new Uint8Array(pdf))).getMetadata();
  return info as Record<string, unknown>;
}

/** What parts of a document say that they mean, whatever glyphs they are shaped into (ActualText). */
export function meantTexts(pdf: Uint8Array): string[] {
  const streams = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/stream\n(x[^]*?)\nendstream/g);
  return [...streams].flatMap(([, bytes]) =>
    [
      ...inflateSync(Buffer.from(bytes!, 'latin1'))
        .toString('latin1')
        .matchAll(/ActualText \(((?:\\[^]|[^\\)])*)\)/g),
    ].map(([, text]) => {
      const utf16 = Buffer.from(
        text!.replaceAll(/\\([^])/g, (_, each: string) => UNESCAPED[each] ?? each),
        'latin1',
      );
      return utf16.subarray(2).swap16().toString('utf16le');
    }),
  );
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
