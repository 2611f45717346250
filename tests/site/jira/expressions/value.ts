/** A value of Jira's expression language. */
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
