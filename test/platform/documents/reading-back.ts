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
