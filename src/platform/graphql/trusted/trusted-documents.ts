/** An operation that a client of the hub sends, as the manifest holds it under `sha256:` and the hash of its text. */
export interface StoredDocument {
  /** The folder of schema/operations that it comes from. */
  readonly client: string;
  readonly operation: string;
  readonly document: string;
}

export type Manifest = Readonly<Record<string, StoredDocument>>;

export interface TrustedDocument extends StoredDocument {
  readonly id: string;
}

/** The stored operations of the hub's clients, found by id and by text. */
export class TrustedDocuments {
  readonly #byId = new Map<string, TrustedDocument>();
  readonly #byText = new Map<string, TrustedDocument>();

  /** @param manifests those that clients are built with now, and those that earlier builds still send */
  constructor(...manifests: readonly Manifest[]) {
    for (const [id, stored] of manifests.flatMap((each) => Object.entries(each))) {
      const trusted = { id, ...stored };
      this.#byId.set(id, trusted);
      this.#byText.set(stored.document, trusted);
    }
  }

  byId(id: string): TrustedDocument | undefined {
    return this.#byId.get(id);
  }

  /** The one that a client is built with now, before those of earlier builds. */
  byOperation(name: string): TrustedDocument | undefined {
    return [...this.#byId.values()].find(({ operation }) => operation === name);
  }

  byText(text: string): TrustedDocument | undefined {
    return this.#byText.get(text);
  }
}
