import { allOf, anyOf, sql, table, type Condition } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { forMyDistrict, inMyClasses, leftToMe, ofVisibleStudent } from '../families.access.ts';
import { isMyOwnCase } from '../own-children.access.ts';

/**
 * The school's own notes on a guardianship are for the staff who see the pupil, and for nobody whose own case it is: somebody of
 * the staff who is a guardian of it, asks to be one or is kept from it, is told what a guardian is, and their service token no more.
 */
const schoolsOwnNotes: Condition = (row, viewer) =>
  allOf([
    ofVisibleStudent((each) => sql`${each}.student_id`)(row, { ...viewer, guardian: false }),
    viewer.guardian && sql`${row}.guardian_id is distinct from ${mine.guardianId}`,
    sql`not ${isMyOwnCase(sql`${row}.student_id`)}`,
  ]);

/** The district that decides on it in the place of the school stands in for whoever keeps the school's notes, but for its own case. */
const notesForDistrict: Condition = (row, viewer) =>
  allOf([forMyDistrict(row, viewer), sql`not ${isMyOwnCase(sql`${row}.student_id`)}`]);

/** Whoever keeps the school's notes is told why it decided so, so is the district in its place, and so is a guardian whose own request was declined. */
export const toldWhyDecided: Condition = (row, viewer) =>
  anyOf([
    schoolsOwnNotes(row, viewer),
    notesForDistrict(row, viewer),
    viewer.guardian && sql`(${row}.guardian_id = ${mine.guardianId} and ${row}.status = 'REJECTED')`,
  ]);

/**
 * Whoever keeps the school's notes is told when it decided and by whom, so is the district in its place, and so is the guardian, but for
 * a block and what was under one.
 */
export const toldWhoDecided: Condition = (row, viewer) =>
  anyOf([
    schoolsOwnNotes(row, viewer),
    notesForDistrict(row, viewer),
    viewer.guardian &&
      sql`(${row}.guardian_id = ${mine.guardianId} and ${row}.status in ('ACTIVE', 'REJECTED', 'ENDED') and not ${row}.decision_of_block)`,
  ]);

/** Whoever keeps the school's notes is told of whom and by whom something is asked, to decide on it; so is the district in its place. */
export const toldToDecide: Condition = (row, viewer) =>
  anyOf([
    schoolsOwnNotes(row, viewer),
    viewer.district && allOf([leftToMe(row, viewer), sql`not ${isMyOwnCase(sql`${row}.student_id`)}`]),
  ]);

/** Those who decide on a request are told what a guardian has asked, when and with which code; so is the guardian. */
export const toldWhatWasAsked: Condition = (row, viewer) =>
  anyOf([toldToDecide(row, viewer), viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`]);

/** It is the viewer's own request, and waits. */
export const asksForIt: Condition = (row, viewer) =>
  anyOf([viewer.guardian && sql`(${row}.guardian_id = ${mine.guardianId} and ${row}.status = 'PENDING')`]);

/** The record of a code is for whoever teaches the pupil or administers the school; nobody reads the code itself. */
export const visibleBindingCodes: Condition = (row, viewer) =>
  anyOf([
    viewer.teacher && inMyClasses(sql`${row}.student_id`),
    viewer.school &&
      sql`${row}.student_id in (select s.id from ${table('student')} s where s.school_id = any(${mine.schoolIds}))`,
  ]);
