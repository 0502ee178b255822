import { ParentLecture, ParentLectureStatus } from '../../../src/domains/volunteering/index.ts';
import type { Dice } from '../../deterministic/index.ts';
import { aParentLecture, daysAfter } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { School } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';
import { guardiansOf } from './volunteers.ts';

const { ACCEPTED, DECLINED, PROPOSED, WITHDRAWN } = ParentLectureStatus;
const STATUSES = [PROPOSED, ACCEPTED, DECLINED, WITHDRAWN, PROPOSED] as const;
const EVERY = 2;

export interface LectureSubject {
  readonly title: string;
  readonly outline: string;
}

export const LECTURES: readonly LectureSubject[] = [
  { title: '桥是怎样造成的', outline: '从石拱桥讲到斜拉桥，请同学们动手搭一座纸桥。' },
  { title: '急诊室的一天', outline: '护士怎样分诊，遇到意外先做什么，什么时候拨打120。' },
  { title: '面粉的旅行', outline: '从麦田到面包房，带发酵的面团给大家看。' },
  { title: '地铁为什么准点', outline: '调度员的一天，怎样让几百列车不相撞。' },
  { title: '京剧脸谱', outline: '红脸黑脸各是什么人，每人画半张脸。' },
  { title: '我在海上修灯塔', outline: '灯塔怎样指路，没有电的年代用什么点灯。' },
];

/** Lectures that parents have proposed to every other class of a school, and that have no time yet. */
export function proposeLectures({ ids, calendar }: Workshop, batch: Batch, school: School, dice: Dice): void {
  for (const [index, schoolClass] of school.classes.entries()) {
    const adults = [...guardiansOf([schoolClass])];
    if (index % EVERY !== 0 || adults.length === 0 || !schoolClass.homeroom) continue;
    const adult = dice.pick(adults);
    const proposedAt = calendar.after(-(4 + (index % 20)) * 24 * 60);
    const status = STATUSES[(index / EVERY) % STATUSES.length]!;
    batch.add(
      ParentLecture,
      aParentLecture({
        id: ids.next('parent-lecture'),
        createdAt: proposedAt,
        schoolClass: schoolClass.record,
        guardian: { id: adult.guardian, person: adult.person, createdAt: proposedAt },
        ...dice.pick(LECTURES),
        status,
        proposedAt,
        ...((status === ACCEPTED || status === DECLINED) && {
          decidedBy: schoolClass.homeroom.id,
          decidedAt: daysAfter(proposedAt, 2),
        }),
      }),
    );
  }
}
