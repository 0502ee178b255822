import { family, meeting, type Family, type Scenario } from '../../seeds/scenario/index.ts';
import type { Place } from './place.ts';

/** Parents of one child, each with a household of their own, and what is of the one alone. */
export interface Apart {
  readonly father: Family;
  readonly mother: Family;
  readonly ofTheFather: readonly string[];
  readonly ofTheMother: readonly string[];
}

/** Both were invited, and both have answered. */
export async function parentsApart(scenario: Scenario, here: Place): Promise<Apart> {
  const mother = await family(scenario, [here.schoolClass]);
  const father = await family(scenario, [], { students: mother.students });
  const held = await meeting(scenario, here.teacher, here.schoolClass, [mother, father], { attending: 2 });
  return {
    mother,
    father,
    ofTheMother: [
      `household_${mother.household.id}`,
      `guardian_${mother.parent.guardian.id}`,
      `meeting-reply_${held.replies[0]!.id}`,
      `meeting-invitation_${held.invitations[0]!.id}`,
    ],
    ofTheFather: [
      `household_${father.household.id}`,
      `guardian_${father.parent.guardian.id}`,
      `meeting-reply_${held.replies[1]!.id}`,
      `meeting-invitation_${held.invitations[1]!.id}`,
    ],
  };
}
