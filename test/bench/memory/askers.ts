/** Accounts of the demonstration that ask the operations of each client. */
export const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  'mini-program': [
    'parent',
    'teacher-parent',
    'parent-separated-a',
    'parent-separated-b',
    'grandparent',
    'blocked-parent',
  ],
  admin: ['teacher', 'teacher-parent', 'grade-head', 'school-admin', 'district-admin'],
  analyst: ['analyst'],
};

/** Those who may send what is no stored operation. */
export const ANY_DOCUMENT = [
  'teacher',
  'grade-head',
  'school-admin',
  'district-admin',
  'analyst',
  'lecturer',
  'teacher-parent',
];
