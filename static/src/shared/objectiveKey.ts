const KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** The key of work that deliberately serves no objective. */
export const RUN_KEY = 'RUN';

/** Whether the app takes this for an objective's key: a letter first, then letters, digits, - and _, and not RUN in any writing. */
export const isObjectiveKey = (text: string): boolean => KEY.test(text) && !isRun(text);

export const isRun = (text: string): boolean => text.toUpperCase() === RUN_KEY;
