/** The value that Jira keeps in the strategic-objective field. Work that serves no objective has the key `RUN`. */
export type FieldValue = { key: string; name: string };
