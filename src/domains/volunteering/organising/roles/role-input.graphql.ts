import { Field, InputType, Int } from 'type-graphql';

type Input = abstract new (...args: any[]) => object; // eslint-disable-line @typescript-eslint/no-explicit-any -- TypeScript wants a mixin to pass on whatever its base takes

/** All that is said of a new role, added to an input that says where it belongs. */
export function describingRole<Base extends Input>(base: Base) {
  @InputType()
  abstract class RoleDescription extends base {
    @Field(() => String, { description: 'Name (岗位名称), 30 characters at most, its own within the shift.' })
    readonly name!: string;

    @Field(() => String, { nullable: true, description: 'What is to be done (岗位说明), 300 characters at most.' })
    readonly description?: string | null;

    @Field(() => Int, { description: 'Places (名额), 1 to 1000.' })
    readonly capacity!: number;

    @Field(() => Int, { defaultValue: 0, description: 'Volunteers without whom it cannot take place (最少人数).' })
    readonly minimum!: number;

    @Field(() => Boolean, { defaultValue: false, description: 'The organiser confirms each sign-up (需审核).' })
    readonly approvalRequired!: boolean;

    @Field(() => String, {
      nullable: true,
      description: 'Qualification that a volunteer must have on record (资质要求).',
    })
    readonly qualification?: string | null;
  }
  return RoleDescription;
}

/** Adds the fields of a role that may change to an input that says which role it is. */
export function changingRole<Base extends Input>(base: Base) {
  @InputType()
  abstract class RoleChange extends base {
    @Field(() => String, { nullable: true, description: 'Name (岗位名称), 30 characters at most.' })
    readonly name?: string | null;

    @Field(() => String, { nullable: true, description: 'What is to be done (岗位说明); null takes it away.' })
    readonly description?: string | null;

    @Field(() => Int, {
      nullable: true,
      description:
        'Places (名额): more go to the waiting list first; fewer are taken from held offers, never from who has a place.',
    })
    readonly capacity?: number | null;

    @Field(() => Int, { nullable: true, description: 'Volunteers without whom it cannot take place (最少人数).' })
    readonly minimum?: number | null;

    @Field(() => Boolean, {
      nullable: true,
      description: 'The organiser confirms each sign-up (需审核); only while nobody has signed up or waits.',
    })
    readonly approvalRequired?: boolean | null;

    @Field(() => String, {
      nullable: true,
      description:
        'Qualification that a volunteer must have (资质要求), null takes it away; only while nobody has signed up or waits.',
    })
    readonly qualification?: string | null;
  }
  return RoleChange;
}
