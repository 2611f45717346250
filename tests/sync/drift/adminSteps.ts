import fc from 'fast-check';
import { chosen, pick, step } from './steps';
import { TYPES } from './world';

const CATEGORIES = ['new', 'indeterminate', 'done', 'undefined'] as const;
/** Names of which some mean that work was dropped. */
const RESOLUTION_NAMES = ['Done', 'Obsolete', 'Fixed', 'Declined', "Won't Do"];

/** A status is moved to another category, a resolution gets another name, a type another level: of none of it an event tells. */
const meaning = fc.record({ what: fc.constantFrom('status', 'resolution', 'type'), pick, to: pick }).map((details) =>
  step('meaning', details, ({ jira: { catalogue } }) => () => {
    const { what, to } = details;
    if (what === 'status') {
      const status = chosen(catalogue.statuses(), details.pick);
      if (status) catalogue.moveStatus(status, chosen(CATEGORIES, to) ?? 'new');
    } else if (what === 'resolution') {
      const resolution = chosen(catalogue.resolutions.all(), details.pick);
      if (resolution) catalogue.resolutions.rename(resolution, chosen(RESOLUTION_NAMES, to) ?? 'Fixed');
    } else {
      const type = chosen(TYPES, details.pick);
      if (type) catalogue.addIssueType(type, (to % 4) - 1);
    }
  }),
);

/** What Jira's admins do to a whole site. */
export const adminSteps = [{ weight: 2, arbitrary: meaning }];
