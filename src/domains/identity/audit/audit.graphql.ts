import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { AccessRecord, AuditOutcome, AuditRecord } from '../../../platform/commands/index.ts';
import { Node, registerEnum } from '../../../platform/graphql/index.ts';

/* The log is written by a room that knows no schema; here it becomes readable. */

registerEnum(AuditOutcome, 'AuditOutcome', 'What became of a call (结果).', {
  SUCCEEDED: 'It was done (成功).',
  REFUSED: 'It was refused (被拒绝).',
});

ObjectType('AuditRecord', {
  implements: Node,
  description: 'Who called which mutation upon what, and what became of it (审计记录).',
})(AuditRecord);
const record = AuditRecord.prototype;
Field(() => String, { description: 'The mutation, or the job of the hub itself (操作).' })(record, 'mutation');
Field(() => AuditOutcome, { description: 'What became of it (结果).' })(record, 'outcome');
Field(() => String, { nullable: true, description: 'Why it was refused (原因代码).' })(record, 'code');
Field(() => GraphQLDateTime, { description: 'When (时间).' })(record, 'createdAt');

ObjectType('AccessRecord', {
  implements: Node,
  description: 'That somebody has read the data of a pupil: once an hour, however often (访问记录).',
})(AccessRecord);
const access = AccessRecord.prototype;
Field(() => Boolean, { description: 'Read by a client without a person (是否程序访问).' })(access, 'byProgram');
Field(() => GraphQLDateTime, { description: 'When, for the first time in that hour (时间).' })(access, 'createdAt');
