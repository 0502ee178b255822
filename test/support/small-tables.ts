/** Types whose tables stay below a few hundred rows in a district: reading them whole is the fastest way. */
export const SMALL = new Set(['District', 'School', 'SchoolYear', 'Term', 'Grade', 'Topic', 'Room', 'Audience', 'Lecturer', 'Course', 'CourseEdition', 'PolicyDocument', 'PolicyEdition', 'PolicyLecture', 'VolunteerActivity']);
