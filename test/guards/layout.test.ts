import { describe, expect, test } from 'vitest';
import { layoutViolations, projectPaths } from './layout.ts';

const many = (folder: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${folder}/file-${index}.ts`);

describe('layout', () => {
  test('this project keeps the rules', () => {
    const paths = projectPaths(process.cwd());
    expect(paths.length).toBeGreaterThan(0); // a guard that looks at nothing is content with everything
    expect(layoutViolations(paths)).toEqual([]);
  });

  test.each([
    'src/platform/utils/text.ts',
    'src/platform/helpers.ts',
    'src/common/clock.ts',
    'src/domains/shared/index.ts',
    'test/support/misc.ts',
    'src/platform/database/base.ts',
    'src/domains/courses/types.ts',
    'src/domains/courses/course.types.ts',
    'seeds/factories/course.helpers.ts',
  ])('%s has a name that says nothing', (path) => {
    expect(layoutViolations([path])).toEqual([expect.stringContaining(path)]);
  });

  test.each([
    'src/platform/database/base.entity.ts',
    'src/domains/policy/knowledge-base.entity.ts',
    'src/domains/volunteering/volunteering.access.ts',
  ])('%s has a name', (path) => {
    expect(layoutViolations([path])).toEqual([]);
  });

  test('a folder holds about twenty files, folders in it not counted', () => {
    const full = [...many('src/domains/courses', 22), ...many('src/domains/courses/lessons', 22)];
    expect(layoutViolations(full)).toEqual([]);
    expect(layoutViolations(many('src/domains/courses', 23))).toEqual([
      expect.stringContaining('src/domains/courses/: 23 files'),
    ]);
  });

  test('migrations and generated files may be many', () => {
    expect(layoutViolations([...many('src/migrations', 200), ...many('test/generated', 200)])).toEqual([]);
  });
});
