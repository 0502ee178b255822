export * from './content.ts';
export * from './families.ts';
export * from './notices.ts';
export * from './lectures.ts';
export * from './occasions.ts';
export { Scenario, type StaffMember } from './scenario.ts';
