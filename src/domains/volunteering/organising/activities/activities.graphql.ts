import { Field, ID, InputType, Int } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import {
  AUDIENCE_RULES,
  AudienceTargetInput,
  District,
  Grade,
  School,
  SchoolClass,
  Staff,
} from '../../../people/index.ts';
import { Topic } from '../../../topics/index.ts';
import { ActivityKind, CREATE_ACTIVITY, ORGANISE, VolunteerActivity, WaitlistPriority } from '../../model/index.ts';
import { ACTIVITY_RULES, ORGANISER_RULES } from './activity.rules.ts';
import { cancelVolunteerActivity } from './cancel-volunteer-activity.ts';
import { createVolunteerActivity } from './create-volunteer-activity.ts';
import { publishVolunteerActivity } from './publish-volunteer-activity.ts';
import { updateVolunteerActivity } from './update-volunteer-activity.ts';

@InputType({ description: 'A volunteer activity to begin (新建志愿活动): of a school or of a district.' })
export class CreateVolunteerActivityInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the school that asks (学校标识).' })
  readonly schoolId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the district (区标识), where the district itself asks.',
  })
  readonly districtId?: string | null;

  @Field(() => ActivityKind, { description: 'What volunteers do (类型).' })
  readonly kind!: ActivityKind;

  @Field(() => String, { description: 'Title (标题), 60 characters at most.' })
  readonly title!: string;

  @Field(() => String, { description: 'What it is for (活动目的), 1000 characters at most.' })
  readonly purpose!: string;

  @Field(() => String, {
    description: 'What a volunteer should know of its risks (风险告知), 1000 characters at most.',
  })
  readonly riskNotice!: string;

  @Field(() => String, { description: 'Who answers questions (联系人), e.g. 德育处.' })
  readonly contactName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone of the office (办公电话), never a private mobile number.',
  })
  readonly contactPhone?: string | null;

  @Field(() => WaitlistPriority, {
    defaultValue: WaitlistPriority.NONE,
    description: 'Who comes first on its waiting lists (候补优先规则).',
  })
  readonly waitlistPriority!: WaitlistPriority;

  @Field(() => [AudienceTargetInput], {
    defaultValue: [],
    description:
      'Whose families may sign up (适用对象): meeting one target is enough; the whole school or district where there is none.',
  })
  readonly audience!: AudienceTargetInput[];

  @Field(() => [ID], { defaultValue: [], description: 'Global ids of its topics (主题标识), 10 at most.' })
  readonly topicIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the staff member who organises it (组织者标识); the caller where left out.',
  })
  readonly organiserId?: string | null;
}

@InputType({ description: 'What to change of an activity (修改志愿活动); what is left out stays.' })
export class UpdateVolunteerActivityInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the activity (活动标识).' })
  readonly activityId!: string;

  @Field(() => Int, { description: 'The revision that the caller has seen (修订号).' })
  readonly revision!: number;

  @Field(() => ActivityKind, { nullable: true, description: 'What volunteers do (类型).' })
  readonly kind?: ActivityKind;

  @Field(() => String, { nullable: true, description: 'Title (标题), 60 characters at most.' })
  readonly title?: string;

  @Field(() => String, { nullable: true, description: 'What it is for (活动目的), 1000 characters at most.' })
  readonly purpose?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What a volunteer should know of its risks (风险告知), 1000 characters at most.',
  })
  readonly riskNotice?: string;

  @Field(() => String, { nullable: true, description: 'Who answers questions (联系人).' })
  readonly contactName?: string;

  @Field(() => String, { nullable: true, description: 'Telephone of the office (办公电话); null takes it away.' })
  readonly contactPhone?: string | null;

  @Field(() => WaitlistPriority, {
    nullable: true,
    description: 'Who comes first on its waiting lists (候补优先规则).',
  })
  readonly waitlistPriority?: WaitlistPriority;

  @Field(() => [AudienceTargetInput], {
    nullable: true,
    description: 'Whose families may sign up from now on (适用对象); who has signed up keeps the place.',
  })
  readonly audience?: AudienceTargetInput[];

  @Field(() => [ID], { nullable: true, description: 'Global ids of all its topics (主题标识), 10 at most.' })
  readonly topicIds?: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the staff member who organises it from now on (组织者标识).',
  })
  readonly organiserId?: string;
}

@InputType({ description: 'A draft to publish (发布志愿活动).' })
export class PublishVolunteerActivityInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the activity (活动标识).' })
  readonly activityId!: string;
}

@InputType({ description: 'An activity to call off (取消志愿活动).' })
export class CancelVolunteerActivityInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the activity (活动标识).' })
  readonly activityId!: string;

  @Field(() => String, { description: 'Why, for everybody concerned (取消原因), 200 characters at most.' })
  readonly reason!: string;
}

const AUDIENCE_IDS = {
  'audience.schoolId': School,
  'audience.gradeId': Grade,
  'audience.classId': SchoolClass,
} as const;
const asItIs = {
  to: VolunteerActivity,
  otherwise: 'activityId',
  description: 'The activity as it now is (志愿活动).',
} as const;
const { ALREADY_CANCELLED, CONFLICT, NOT_DRAFT } = ORGANISER_RULES;

export const activityMutations: readonly MutationDeclaration[] = [
  mutation('createVolunteerActivity', {
    description:
      'Begins a volunteer activity as a draft (新建志愿活动): of the school or district that the caller answers for, or for their own classes.',
    access: permission(CREATE_ACTIVITY),
    input: CreateVolunteerActivityInput,
    ids: { schoolId: School, districtId: District, topicIds: Topic, organiserId: Staff, ...AUDIENCE_IDS },
    texts: {
      title: 'TITLE',
      purpose: 'PARAGRAPHS',
      riskNotice: 'PARAGRAPHS',
      contactName: 'NAME',
      contactPhone: 'LINE',
    },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...AUDIENCE_RULES, ...ACTIVITY_RULES },
    answer: {
      activity: { to: VolunteerActivity, description: 'The draft (志愿活动草稿); null where nothing was done.' },
    },
    run: (tx, { schoolId = null, districtId = null, contactPhone = null, organiserId = null, ...rest }) =>
      createVolunteerActivity(tx, { ...rest, schoolId, districtId, contactPhone, organiserId }),
  }),
  mutation('updateVolunteerActivity', {
    description: 'Changes what a volunteer activity says of itself (修改志愿活动).',
    access: permission(ORGANISE),
    input: UpdateVolunteerActivityInput,
    ids: { activityId: VolunteerActivity, topicIds: Topic, organiserId: Staff, ...AUDIENCE_IDS },
    texts: {
      title: 'TITLE',
      purpose: 'PARAGRAPHS',
      riskNotice: 'PARAGRAPHS',
      contactName: 'NAME',
      contactPhone: 'LINE',
    },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ...AUDIENCE_RULES, ...ACTIVITY_RULES, ALREADY_CANCELLED, CONFLICT },
    answer: { activity: asItIs },
    run: (tx, change) => updateVolunteerActivity(tx, change),
  }),
  mutation('publishVolunteerActivity', {
    description: 'Shows a draft to those whom it is for (发布志愿活动); its shifts are published by themselves.',
    access: permission(ORGANISE),
    input: PublishVolunteerActivityInput,
    ids: { activityId: VolunteerActivity },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ALREADY_CANCELLED, NOT_DRAFT },
    answer: { activity: asItIs },
    run: (tx, { activityId }) => publishVolunteerActivity(tx, { activityId }),
  }),
  mutation('cancelVolunteerActivity', {
    description:
      'Calls an activity off with all its shifts that have not begun (取消志愿活动); everybody who has signed up or waits is told why.',
    access: permission(ORGANISE),
    input: CancelVolunteerActivityInput,
    ids: { activityId: VolunteerActivity },
    texts: { reason: 'LINE' },
    ownCase: 'OFFERED_TO_ALL',
    rules: { ALREADY_CANCELLED },
    answer: {
      activity: asItIs,
      cancelledShiftCount: { type: () => Int, description: 'How many shifts were called off with it (取消的班次数).' },
    },
    run: (tx, { activityId, reason }) => cancelVolunteerActivity(tx, { activityId, reason }),
  }),
];
