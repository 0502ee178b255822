import { readable, relations, toMany, toOne, type Readable, type Relations } from '../../../platform/reading/index.ts';
import { visibleToAll } from '../organisation.access.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { Audience, AudienceTarget } from './audience.entity.ts';

export const audienceReadables: readonly Readable[] = [
  readable(Audience, {
    prefix: 'audience',
    visible: visibleToAll,
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(AudienceTarget, {
    prefix: 'audience-target',
    visible: visibleToAll,
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
];

export const audienceRelations: readonly Relations[] = [
  relations(Audience, {
    targets: toMany(AudienceTarget, { by: 'audience', description: 'Its targets: meeting one is enough (适用范围).' }),
  }),
  relations(AudienceTarget, {
    district: toOne(District, { by: 'district', description: 'Within this district (区).' }),
    school: toOne(School, { by: 'school', nullable: true, description: 'Only this school (学校).' }),
    grade: toOne(Grade, { by: 'grade', nullable: true, description: 'Only this grade (年级).' }),
    schoolClass: toOne(SchoolClass, { by: 'schoolClass', nullable: true, description: 'Only this class (班级).' }),
  }),
];
