const page = (name: string): URL => new URL(`../../../../docs/${name}`, import.meta.url);

/** The pages that are made of the tables. */
export const pages = { faults: page("faults.md"), races: page("races.md") } as const;
