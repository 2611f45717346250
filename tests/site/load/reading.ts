import type { StatusCategoryKey } from '../jira/model';
import type { DateOrder } from './exportDate';

/** What a person says of an export that it does not say itself. Names are in lower case. */
export type Reading = {
  /** levels of issue types */
  levels?: ReadonlyMap<string, number>;
  /** categories of statuses, where the export has none; the rest is to do */
  statuses?: ReadonlyMap<string, StatusCategoryKey>;
  dates?: DateOrder;
  /** names of resolutions and statuses that mean dropped, beside those that do by default; as written */
  dropped?: readonly string[];
  /** the types of issues that are objectives, and the types of links that join work to them */
  strategy?: { types: ReadonlySet<string>; links: ReadonlySet<string> };
};
