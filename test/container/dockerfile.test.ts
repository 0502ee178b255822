import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FACE_FILES } from '../../src/platform/documents/fonts.ts';
import { parseDockerfile, parseDockerignore } from './dockerfile.ts';

describe('Dockerfile', () => {
  const stages = parseDockerfile(readFileSync('Dockerfile', 'utf8'));
  const last = stages.at(-1);
  const enters = parseDockerignore(readFileSync('.dockerignore', 'utf8'));

  test('the image runs as somebody, listens outside, tells its health and gets its signals', () => {
    expect(last?.user).toBeDefined();
    expect(last?.user).not.toMatch(/^(?:root|0)\b/);
    expect(last?.steps).toContainEqual({
      kind: 'env',
      values: { NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '4000' },
    });
    expect(last?.ports).toEqual([4000]);
    expect(last?.healthcheck?.join(' ')).toContain('/livez');
    expect(last?.command).toEqual(['node', 'dist/main.js']);
  });

  test('the image builds nothing itself: it takes production packages and the built code', () => {
    expect(last?.steps.filter((step) => step.kind === 'run')).toEqual([]);
    const packages = stages.find((stage) => stage.name === 'packages');
    expect(packages?.steps).toContainEqual({
      kind: 'run',
      command: 'npm ci --omit=dev --omit=optional --ignore-scripts',
    });
  });

  test('of the typefaces exactly the weights that documents are printed in are left', () => {
    const root = mkdtempSync(join(tmpdir(), 'fonts-'));
    try {
      const family = 'node_modules/@expo-google-fonts';
      const fonts = readdirSync(family, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.ttf'));
      for (const path of fonts) {
        mkdirSync(join(root, family, dirname(path)), { recursive: true });
        writeFileSync(join(root, family, path), '');
      }
      for (const step of stages.find((stage) => stage.name === 'packages')!.steps) {
        if (step.kind === 'run' && !step.command.startsWith('npm '))
          execFileSync('sh', ['-c', step.command], { cwd: root });
      }
      const left = readdirSync(join(root, family), { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.includes('.ttf'),
      );
      const printed = Object.values(FACE_FILES).flatMap((weights) => Object.values<string>(weights));
      const ours = printed
        .filter((file) => !file.startsWith('.'))
        .map((file) => file.replace('@expo-google-fonts/', ''));
      expect(left.sort()).toEqual(ours.sort());
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test('no stage names a secret, and no file that may hold one enters', () => {
    const names = stages.flatMap((stage) =>
      stage.steps.flatMap((step) => (step.kind === 'env' ? Object.keys(step.values) : [])),
    );
    expect(names.filter((name) => /SECRET|KEY|TOKEN|PASSWORD|DATABASE_URL/i.test(name))).toEqual([]);
    for (const path of [
      '.env',
      '.data/postmaster.pid',
      '.git/config',
      'node_modules/pg/package.json',
      'seeds/start.ts',
    ]) {
      expect([path, enters(path)]).toEqual([path, false]);
    }
    for (const path of ['package.json', 'package-lock.json', 'src/main.ts', 'schema/hub.graphql']) {
      expect([path, enters(path)]).toEqual([path, true]);
    }
  });

  test('what the reader does not understand it refuses', () => {
    for (const line of [
      'ADD https://example.org/x /x',
      'ARG VERSION',
      'COPY --link a b',
      'COPY $FILES .',
      'RUN --mount=type=cache npm ci',
      'CMD node dist/main.js',
      'ENV NAME value',
      'SHELL ["bash"]',
    ]) {
      expect(() => parseDockerfile(`FROM node:24\n${line}`), line).toThrow();
    }
    expect(() => parseDockerfile('RUN true')).toThrow();
    expect(() => parseDockerignore('**/*.md')).toThrow();
  });
});
