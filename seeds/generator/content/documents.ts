import {
  PolicyDocument,
  PolicyDocumentTopic,
  PolicyEdition,
  PolicyEnding,
  PolicyLevel,
  PublicationStatus,
} from '../../../src/domains/policy/index.ts';
import { type Dice, morningOf, Shares } from '../../deterministic/index.ts';
import {
  aPolicyDocument,
  aPolicyDocumentTopic,
  aPolicyEdition,
  daysAfter,
  type PolicyEditionRecord,
} from '../../factories/index.ts';
import { DISTRICT_TITLES, inventedPolicy, NATIONAL_TITLES, type PolicyTitle } from '../../fiction/policy-titles.ts';
import type { TopicCode } from '../../reference/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { District, School } from '../people/index.ts';
import type { DistrictPlan } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import { datesOf, type Fate, fateOf, statusOf, withRoomForFates } from './edition-fates.ts';

/** An edition that is written as a draft, since parts can be added to drafts only, and what is to become of it. */
export interface Pending {
  readonly id: string;
  readonly status: PublicationStatus;
}

const LAST_OF_ALL = 2099;

interface Node {
  readonly title: string;
  readonly level: PolicyLevel;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly topics: readonly TopicCode[];
  readonly school: School | null;
}

/** Documents with their editions, all of them still drafts. */
export class Registrar {
  readonly #workshop: Workshop;
  readonly #plan: DistrictPlan;
  readonly #district: District;
  readonly #dice: Dice;
  readonly editions: Pending[] = [];

  constructor(workshop: Workshop, plan: DistrictPlan, district: District) {
    this.#workshop = workshop;
    this.#plan = plan;
    this.#district = district;
    this.#dice = workshop.dice.called(`documents/${plan.code}`);
  }

  register(batch: Batch): void {
    const { documents, policyEditions } = this.#plan.volumes;
    const shares = new Shares(policyEditions, documents);
    const counts = withRoomForFates(Array.from({ length: documents }, () => shares.next(1)));
    counts.forEach((count, index) => this.#document(batch, index, this.#node(index, documents), count));
  }

  #node(index: number, documents: number): Node {
    const { name, first } = this.#plan;
    const known: PolicyTitle[] = [
      ...(first ? NATIONAL_TITLES : []),
      ...DISTRICT_TITLES.map((each) => ({
        ...each,
        title: `${name}${each.title}`,
        level: PolicyLevel.DISTRICT,
        issuer: `${name}教育委员会`,
      })),
    ];
    const title = known[index];
    if (title) return { ...title, school: null };
    const { title: invented, topic } = inventedPolicy(index);
    const issuedOn = this.#workshop.calendar.date(-1900 + Math.round((index * 1500) / documents));
    const { level, issuer, place, school } = this.#level(index);
    return { title: `${place}${invented}`, level, issuer, issuedOn, topics: [topic], school };
  }

  /** Five documents in ten are the district's, three a school's, one the city's and one the country's. */
  #level(index: number): Pick<Node, 'level' | 'issuer' | 'school'> & { readonly place: string } {
    const { name, first } = this.#plan;
    const turn = index % 10;
    if (turn < 3) {
      const school = this.#district.schools[(index * 7) % this.#district.schools.length]!;
      return { level: PolicyLevel.SCHOOL, issuer: school.record.name, place: school.record.name, school };
    }
    if (first && turn === 3) return { level: PolicyLevel.CITY, issuer: '市教育委员会', place: '本市', school: null };
    if (first && turn === 4) return { level: PolicyLevel.NATIONAL, issuer: '教育部办公厅', place: '', school: null };
    return { level: PolicyLevel.DISTRICT, issuer: `${name}教育委员会`, place: name, school: null };
  }

  #document(batch: Batch, index: number, node: Node, count: number): void {
    const { ids, reference } = this.#workshop;
    const fate = fateOf(index, count);
    const titles = Array.from({ length: count }, (_, edition) =>
      edition === 0 ? node.title : `${node.title}（第${edition + 1}次修订）`,
    );
    const statuses = titles.map((_, edition) => statusOf(fate, edition, count));
    const local = node.level === PolicyLevel.DISTRICT || node.level === PolicyLevel.SCHOOL;
    const isPublic = !local || index % (node.school ? 2 : 8) !== 1;
    const document = aPolicyDocument({
      id: ids.next('policy-document'),
      createdAt: morningOf(node.issuedOn),
      title: titles[Math.max(0, statuses.lastIndexOf(PublicationStatus.PUBLISHED))]!,
      documentNumber: local ? `${this.#plan.short}教〔${node.issuedOn.slice(0, 4)}〕${index + 1}号` : null,
      issuer: node.issuer,
      issuedOn: node.issuedOn,
      level: node.level,
      district: local ? this.#district.record : null,
      school: node.school?.record ?? null,
      isPublic,
      audience: isPublic || index % 5 === 4 ? null : (node.school?.audience ?? this.#district.audiences.everyone),
      createdBy: index % 3 === 0 ? this.#district.admins[0]! : null,
    });
    batch.add(PolicyDocument, document);
    for (const code of new Set([
      ...node.topics,
      this.#dice.pick(['double-reduction', 'lighter-burden', 'education-quality'] as const),
    ])) {
      batch.add(
        PolicyDocumentTopic,
        aPolicyDocumentTopic({ id: ids.next('policy-document-topic'), document, topic: reference.topics.get(code)! }),
      );
    }
    for (const [edition, draft] of this.#editions(node.issuedOn, document.id, fate, titles, statuses).entries()) {
      batch.add(PolicyEdition, draft);
      this.editions.push({ id: draft.id, status: statuses[edition]! });
    }
  }

  #editions(
    issuedOn: string,
    document: string,
    fate: Fate,
    titles: readonly string[],
    statuses: readonly PublicationStatus[],
  ): PolicyEditionRecord[] {
    const { ids, calendar } = this.#workshop;
    const dates = datesOf(calendar, issuedOn, titles.length);
    if (fate === 'NOT_YET') dates[dates.length - 1] = `${LAST_OF_ALL}-01-01`;
    const published = statuses.flatMap((status, edition) => (status === PublicationStatus.PUBLISHED ? [edition] : []));
    return titles.map((title, edition) => {
      const next = published.find((each) => each > edition);
      const last = edition === published.at(-1);
      const end =
        next !== undefined && published.includes(edition)
          ? { effectiveTo: dayBefore(dates[next]!), ending: PolicyEnding.AMENDED }
          : last && (fate === 'REPEALED' || fate === 'EXPIRED')
            ? { effectiveTo: calendar.date(-20), ending: PolicyEnding[fate] }
            : { effectiveTo: null, ending: null };
      const effectiveFrom = dates[edition]!;
      return aPolicyEdition({
        id: ids.next('policy-edition'),
        document,
        number: edition + 1,
        title,
        status: PublicationStatus.DRAFT,
        publishedAt:
          statuses[edition] === PublicationStatus.DRAFT
            ? null
            : effectiveFrom.startsWith(String(LAST_OF_ALL))
              ? calendar.after(-30 * 24 * 60)
              : daysAfter(morningOf(effectiveFrom), -10),
        effectiveFrom,
        ...end,
        createdAt: effectiveFrom.startsWith(String(LAST_OF_ALL))
          ? calendar.after(-40 * 24 * 60)
          : daysAfter(morningOf(effectiveFrom), -20),
      });
    });
  }
}

function dayBefore(date: string): string {
  return daysAfter(new Date(`${date}T00:00:00.000Z`), -1)
    .toISOString()
    .slice(0, 10);
}
