/** What the statements of a list say that they read, beside that of its rows (`Meeting.replies`): whoever looks for one finds it by these. */
export const theNumberOf = (list: string): string => `the number of ${list}`;
export const theGroupsOf = (list: string): string => `the groups of ${list}`;
