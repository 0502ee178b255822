/** Of a query that looks at more rows an object where other schools and districts are added, why that is so. */
export const MOST_GROWTH = 1.25;

export const GROWS: Readonly<Record<string, string>> = {};
