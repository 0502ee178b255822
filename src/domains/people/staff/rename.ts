import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { Person } from '../families/person.entity.ts';
import { assignmentStands } from '../rights/in-force.facts.ts';

/**
 * Somebody is called something else from now on. Where they work no more, they are known by the name that they had there: that of roles
 * that are over is kept with them.
 */
export async function rename(tx: Transaction, personId: string, name: string): Promise<void> {
  const person = await tx.em.findOneOrFail(Person, personId);
  if (person.name === name) return;
  // Before the person, as everywhere: where they are listed as a guardian changes with it.
  await tx.query(sql`select gua.id from guardian gua where gua.person_id = ${personId} for no key update`);
  await tx.query(sql`update staff_assignment asg set held_as = ${person.name} from staff stf
    where stf.person_id = ${personId} and asg.staff_id = stf.id and asg.held_as is null and not ${assignmentStands(sql`asg`)}`);
  person.name = name;
}
