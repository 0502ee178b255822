import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface Asset {
  readonly file: string;
  readonly size: number;
  readonly type: string;
}

// A kind of file that is not named here is not served: a later release may bring what nobody has looked at.
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

// The sandbox runs scripts of the person's own, by eval, at our origin: those scripts stay switched off.
const LEFT_OUT = /^iframe-sandbox\//;

/**
 * The files by the name that a browser asks for. A request is looked up here and never joined to a folder,
 * so that no name, however it is written, leads out of the package.
 */
export async function assetsIn(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const assets = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, Asset] | undefined> => {
        const file = join(entry.parentPath, entry.name);
        const name = relative(folder, file).split(sep).join('/');
        const type = TYPES[extname(name)];
        if (type === undefined || LEFT_OUT.test(name)) return undefined;
        return [name, { file, size: (await stat(file)).size, type }];
      }),
  );
  return new Map(assets.filter((asset) => asset !== undefined));
}
