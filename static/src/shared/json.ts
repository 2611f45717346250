/** A value as it is sent. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [name: string]: Json };

/** Whether any text in a value meets a condition. */
export const someText = (value: Json, meets: (text: string) => boolean): boolean => {
  if (typeof value === 'string') return meets(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((one) => someText(one, meets));
};

/**
 * A value with other texts. `name`: that of the property which holds the text, or the list that does; `finish` completes
 * an object, whose own texts are still those from before.
 */
export const mapped = (
  value: Json,
  textOf: (text: string, name: string) => string,
  finish: (value: JsonObject) => JsonObject = (whole) => whole,
  name = '',
): Json => {
  if (typeof value === 'string') return textOf(value, name);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => mapped(one, textOf, finish, name));
  return Object.fromEntries(Object.entries(finish(value)).map(([own, one]) => [own, mapped(one, textOf, finish, own)]));
};
