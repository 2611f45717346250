/** The value of the strategic-objective field in Jira. Work that deliberately serves no objective has the key `RUN`. */
export type FieldValue = { key: string; name: string };
