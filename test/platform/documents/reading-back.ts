import { inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';

/** The text of each page, blanks left out: how far apart a reader finds characters is no matter of what is written. */
export async function textOfPages(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ''));
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
