import type { OrderBy } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import type { JqlField } from './jqlFields';
import { orderKeys } from './keys';
import { jqlError } from './refuse';

export type Order = (one: Issue, other: Issue) => number;

const byId: Order = (one, other) => Number(one.id) - Number(other.id);

/** Jira's order without ORDER BY: newest first. */
const newestFirst: Order = (one, other) => other.created - one.created || -byId(one, other);

/**
 * The order of a query. As in Jira, dates and priorities descend by default, all else ascends; issues without a value
 * come last ascending and first descending.
 * @throws JiraError 400 for more than seven fields, or one that cannot be sorted by
 */
export function orderOf(orderBy: OrderBy | null, fieldNamed: (name: string) => JqlField, timeZone: string): Order {
  if (!orderBy) return newestFirst;
  if (orderBy.fields.length > 7) throw jqlError('The ORDER BY clause can contain at most 7 fields.');
  const orders = orderBy.fields.map(({ field: { value: name }, direction }): Order => {
    const field = fieldNamed(name);
    const down = direction
      ? direction.value.toUpperCase() === 'DESC'
      : field.kind === 'instant' || field.name === 'priority';
    const up = ascending(field, timeZone);
    return down ? (one, other) => up(other, one) : up;
  });
  return (one, other) => {
    for (const order of orders) {
      const result = order(one, other);
      if (result !== 0) return result;
    }
    return byId(one, other);
  };
}

function ascending(field: JqlField, timeZone: string): Order {
  switch (field.kind) {
    case 'key':
      return (one, other) => (one === other ? 0 : orderKeys(one.key, other.key));
    case 'instant':
      return byValue((issue) => field.read(issue, timeZone));
    case 'number':
      return byValue(field.read);
    case 'text':
      return byValue((issue) => field.read(issue).toLowerCase());
    case 'names':
      if (field.name === 'priority') return byValue((issue) => -Number(issue.priority.id));
      return byValue((issue) => field.read(issue)[0] ?? null);
    case 'object':
      throw jqlError(`The '${field.name}' field cannot be sorted by.`);
  }
}

function byValue<T extends string | number>(read: (issue: Issue) => T | null): Order {
  return (one, other) => {
    const [a, b] = [read(one), read(other)];
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b ? -1 : 1;
  };
}
