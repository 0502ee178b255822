import { expect, test } from 'vitest';
import { guest } from '../../src/domains/people/index.ts';
import { documentOf } from './questions.ts';
import { nameOfShape, shapesOf, statementsOfShapes } from './shapes.ts';

const nobody = new Map<string, never>();
const namesOf = (client: string): string[] => shapesOf(client, nobody).map(nameOfShape);

test('each part of a viewer is played by somebody whose statements are written', () => {
  const written = ['mini-program', 'admin', 'analyst'].flatMap((client) => shapesOf(client, nobody));
  const parts = Object.keys(guest.shape) as (keyof typeof guest.shape)[];
  expect(parts.filter((part) => !written.some((shape) => shape[part]))).toEqual([]);
});

test('families and guests have the mini-program, staff the admin client, and analysts their own', () => {
  expect(namesOf('mini-program')).toEqual(['guest', 'signed in', 'guardian']);
  expect(namesOf('analyst')).toEqual(['analyst']);
  expect(namesOf('admin')).toContain('teacher + staff');
});

test('several parts are those of somebody whom there is', () => {
  const people = new Map([
    ['teacher-parent', { ...guest, shape: { ...guest.shape, signedIn: true, guardian: true, teacher: true } }],
    ['lecturer', { ...guest, kind: 'staff' as const, shape: { ...guest.shape, signedIn: true } }],
  ]);
  expect(shapesOf('mini-program', people).map(nameOfShape)).toContain('guardian + teacher');
  expect(shapesOf('admin', people).map(nameOfShape)).toEqual([...namesOf('admin'), 'guardian + teacher', 'signed in']);
});

const ask = (operation: string, variables = {}) =>
  statementsOfShapes({ operation, document: documentOf(operation)!, as: '', variables }, nobody);

test('whom a root field is refused has no statement; whom a list is refused is named', async () => {
  const { statements, none } = await ask('AuditLog');
  expect(statements.flatMap(({ shapes }) => shapes)).not.toContain('teacher + staff');
  expect(none).toEqual([]);
  const lookUp = await ask('StudentLookup', { studentNumber: '1' });
  expect(lookUp.none).toContainEqual({ shape: 'staff', reason: 'refused' });
  expect(lookUp.none).toContainEqual({ shape: 'district + auditsDistrict', reason: 'look-up: Student' });
});

test('shapes of one statement stand together', async () => {
  const { statements } = await ask('StaffDirectory', { school: 'school_019b76da-a801-756e-b22f-35be24ea88e3' });
  expect(statements[0]!.shapes).toEqual(expect.arrayContaining(['staff', 'teacher + staff']));
});
