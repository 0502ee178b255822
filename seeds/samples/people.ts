import { BindingCode, CalendarDay, CodeMiss, RoleRequest, StaffRole, Term } from '../../src/domains/people/index.ts';
import { aBindingCode, aCalendarDay, aCodeMiss, aRoleRequest, aTerm } from '../factories/index.ts';
import type { Sample } from './sample.ts';

/** Rows that hang on the people of a place, who stand there already. */
export const sample: Sample = {
  write(batch, { district, schoolYear, teacher, schoolAdmin, districtAdmin, family: { students, parent }, first }) {
    if (first) {
      batch.add(Term, aTerm({ schoolYear }));
      batch.add(CalendarDay, aCalendarDay({ schoolYear, date: `${schoolYear.startsOn.slice(0, 4)}-10-01` }));
    }
    batch.add(
      RoleRequest,
      aRoleRequest({ staff: schoolAdmin.staff, role: StaffRole.ANALYST, district, askedBy: districtAdmin.staff }),
    );
    batch.add(BindingCode, aBindingCode({ student: students[0]!, issuedBy: teacher.staff }));
    batch.add(CodeMiss, aCodeMiss({ guardian: parent.guardian }));
    return {};
  },
};
