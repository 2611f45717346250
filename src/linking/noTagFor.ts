/** Why an issue that is an objective takes no tag, and what to do instead. */
export const noTagFor = (key: string): string =>
  `${key} is an objective itself, and no work: what is below it serves it. Link the work below it instead.`;
