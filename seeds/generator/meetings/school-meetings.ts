import { MeetingKind, MeetingScope } from '../../../src/domains/meetings/index.ts';
import type { Calendar, Dice } from '../../deterministic/index.ts';
import { gradeName, type Room, type School, type SchoolClass } from '../people/index.ts';
import type { MeetingPlan } from './meeting-book.ts';
import { eveningOf, occasionAt, type Occasion, saturday } from './schedule.ts';
import { MEETING_THEMES, SALON_THEMES } from './themes.ts';

const CLASS_SALONS = 0.11;
const CLASS_ROOMS = 0.13;

/** First weeks, from the present one, of the occasions that a class has in a year: the second of this year are ahead. */
const THIS_YEAR = [-8, 0, -4] as const;
const LAST_YEAR = [-57, -38, -31] as const;

/** The meetings of a school. */
export class SchoolProgramme {
  readonly #calendar: Calendar;
  readonly #dice: Dice;
  readonly #school: School;

  constructor(calendar: Calendar, dice: Dice, school: School) {
    this.#calendar = calendar;
    this.#dice = dice;
    this.#school = school;
  }

  /**
   * Meetings of classes come first, so that each class of this year has one before any has two; then those of grades
   * and of the school.
   */
  *plans(ofClasses: number, wide: number): Generator<MeetingPlan> {
    const order = this.#classOccasions();
    for (let index = 0; index < ofClasses; index += 1) yield this.#ofClass(...order[index % order.length]!);
    for (let index = 0; index < wide; index += 1) yield this.#wide(index);
  }

  #classOccasions(): [SchoolClass, number][] {
    const { classes, lastClasses } = this.#school;
    const every = (list: readonly SchoolClass[], remainder: number, turn: number): [SchoolClass, number][] =>
      list.filter((_, index) => index % 2 === remainder).map((each) => [each, turn]);
    return [
      ...every(classes, 0, 0),
      ...every(classes, 1, 0),
      ...every(lastClasses, 0, 0),
      ...every(classes, 1, 1),
      ...every(lastClasses, 1, 0),
      ...every(classes, 0, 1),
      ...every(lastClasses, 0, 1),
      ...every(lastClasses, 1, 1),
      ...every(classes, 0, 2),
      ...every(classes, 1, 2),
    ];
  }

  #ofClass(schoolClass: SchoolClass, turn: number): MeetingPlan {
    const { grade, school, record } = schoolClass;
    const weeks = this.#isOfThisYear(schoolClass) ? THIS_YEAR : LAST_YEAR;
    const week = weeks[turn]! + (grade % 3);
    const occasion = occasionAt(this.#calendar, this.#dice, eveningOf(grade, school.index, week));
    const salon = this.#dice.chance(CLASS_SALONS);
    const theme = this.#dice.pick(salon ? SALON_THEMES : MEETING_THEMES);
    const room = this.#dice.chance(CLASS_ROOMS) ? this.#freeRoom(occasion, 48) : null;
    return {
      school,
      theme,
      occasion,
      room,
      kind: salon ? MeetingKind.SALON : MeetingKind.PARENT_MEETING,
      scope: MeetingScope.CLASS,
      classes: [schoolClass],
      title: `${record.name}${theme.title}`,
      organiser: schoolClass.homeroom!,
      place: room?.record.name ?? '本班教室',
      capacity: this.#dice.chance(0.3) ? Math.max(10, Math.round(schoolClass.children.length * 1.6)) : null,
    };
  }

  /** Three meetings in eight are parent meetings of a grade and two of the school; the others are salons. */
  #wide(index: number): MeetingPlan {
    const school = this.#school;
    const thisYear = index % 2 === 0;
    const kindOf = index % 8;
    const salon = kindOf === 3 || kindOf === 5 || kindOf === 7;
    const ofSchool = kindOf === 1 || kindOf === 4 || kindOf === 5;
    const all = thisYear || school.lastClasses.length === 0 ? school.classes : school.lastClasses;
    const grades = [...new Set(all.map((each) => each.grade))];
    const grade = grades[Math.floor(index / 2) % grades.length]!;
    const week = (thisYear ? -8 : -56) + ((index * 3) % (thisYear ? 12 : 30));
    const occasion = occasionAt(this.#calendar, this.#dice, saturday(week, grade + Math.floor(index / 8)));
    const theme = this.#dice.pick(salon ? SALON_THEMES : MEETING_THEMES);
    const room = this.#freeRoom(occasion, salon ? 60 : 300);
    return {
      school,
      theme,
      occasion,
      room,
      kind: salon ? MeetingKind.SALON : MeetingKind.PARENT_MEETING,
      scope: ofSchool ? MeetingScope.SCHOOL : MeetingScope.GRADE,
      classes: ofSchool ? all : all.filter((each) => each.grade === grade),
      title: `${ofSchool ? '全校' : gradeName(grade)}${theme.title}`,
      organiser: ofSchool ? school.admins[index % school.admins.length]! : school.gradeHeads.get(grade)!,
      place: room?.record.name ?? '线上',
      capacity: salon ? 40 : null,
    };
  }

  #isOfThisYear(schoolClass: SchoolClass): boolean {
    return this.#school.classes.includes(schoolClass);
  }

  /** The smallest one that is free and large enough. */
  #freeRoom({ startsAt, endsAt }: Occasion, seats: number): Room | null {
    const rooms = [...this.#school.rooms].sort((one, other) => one.record.capacity - other.record.capacity);
    return rooms.find((room) => room.record.capacity >= seats && room.timetable.isFree(startsAt, endsAt)) ?? null;
  }
}
