import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    // graphql ships a CommonJS and an ESM build; without this line two copies load, and each refuses
    // the other's types ("Cannot use GraphQLSchema from another module or realm").
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    isolate: false, // what a file loads is loaded once for each process: a third of the time of all tests
    maxWorkers: 3, // on two cores: many tests wait for clocks, processes and locks
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', path('test/support/closing-line.ts')],
  },
});
