import { MarkNoticesReadDocument } from '../../../schema/generated/mini-program.ts';
import { families, meeting, told } from '../../../seeds/scenario/index.ts';
import { ids, many, type ArrangeList } from '../../budgets/waiting.ts';
import { asked } from '../../support/mutations.ts';

export const noticesLists: Readonly<Record<string, ArrangeList>> = {
  markNoticesRead: async (world, rows) => {
    const [{ parent }] = (await families(world.scenario, 1, [world.schoolClass])) as [
      Awaited<ReturnType<typeof families>>[number],
    ];
    const held = await many(rows, () => meeting(world.scenario, world.organiser, world.schoolClass, []));
    const notices = await told(
      world.scenario,
      parent.person,
      held.map((each) => each.meeting),
    );
    return [() => asked(world.hub, MarkNoticesReadDocument, parent.accountId, { noticeIds: ids('notice', notices) })];
  },
};
