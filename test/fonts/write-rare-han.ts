import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { renamed } from './name-table.ts';

/**
 * Writes the font of rare characters anew, from HanaMinB.ttf as Debian has it (fonts-hanazono 20170904-2.1) and the characters of
 * `rare-han.txt`: `npm run fonts:rare-han -- …/HanaMinB.ttf`. Its licence reserves the names of the original, so it has one of its own.
 */
const SOURCE_SHA256 = '829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c';

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Say where HanaMinB.ttf is.');
const original = readFileSync(source);
if (createHash('sha256').update(original).digest('hex') !== SOURCE_SHA256)
  throw new Error(`${source} is not HanaMinB.ttf of fonts-hanazono 20170904-2.1.`);

const characters = readFileSync(new URL('rare-han.txt', import.meta.url), 'utf8').replaceAll('\n', '');
const subset = await subsetFont(original, characters, { targetFormat: 'truetype' });
writeFileSync(
  new URL('../../src/platform/documents/faces/rare-han.ttf', import.meta.url),
  renamed(subset, {
    0: 'Copyright (c) 2011, GlyphWiki Project (kamichi@fonts.jp)',
    1: 'Hub Rare Han',
    2: 'Regular',
    3: 'Hub Rare Han 20170904',
    4: 'Hub Rare Han',
    5: 'Version 20170904',
    6: 'HubRareHan-Regular',
    13: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
    14: 'https://openfontlicense.org',
  }),
);
