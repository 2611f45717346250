import { type DemoProject, doing, done, todo } from '../project';

export const headOffice: DemoProject = {
  key: 'HQ',
  name: 'Head office',
  category: 'Head office',
  teams: { Facilities: 'Buildings', Finance: 'Finance', Intranet: 'Workplace', Training: 'Academy' },
  people: ['facilities', 'trainer'],
  estimate: 'storyPoints',
  versions: [],
  themes: [],
  later: [
    {
      epic: 'Move to the new floor',
      serves: null,
      component: 'Facilities',
      created: 46,
      stories: [
        done('Draw the seating plan', 45, 33, 'facilities'),
        done('Choose desks that go up and down', 42, 26, 'facilities'),
        done('Sell the old furniture', 35, 18, 'facilities'),
        done('Carpet for the meeting rooms', 31, 10, 'facilities'),
        done('Plants and who waters them', 24, 5, 'facilities'),
        doing('Names for the meeting rooms', 16, 'facilities'),
        todo('A wall of thanks', 12),
      ],
    },
    {
      epic: 'One intranet for all',
      serves: null,
      component: 'Intranet',
      created: 39,
      stories: [
        done('Collect the pages that people read', 38, 25, 'trainer'),
        done('Move the canteen menu', 30, 14, 'trainer'),
        doing('A face for every page', 21, 'trainer'),
      ],
    },
    {
      epic: 'Monthly close',
      serves: 'RUN',
      component: 'Finance',
      created: 86,
      stories: [
        done('Close the books of the first month', 85, 65, 'facilities'),
        done('Close the books of the second month', 55, 35, 'facilities'),
        done('Pay the suppliers’ bonus', 50, 29, 'trainer'),
        doing('Close the books of the third month', 20, 'facilities'),
      ],
    },
    {
      epic: 'Every colleague on every channel',
      serves: 'OBJ-15',
      component: 'Training',
      created: 19,
      stories: [
        todo('Courses that fit into a coffee break', 18),
        todo('Learn the basket from both sides', 14),
        todo('A buddy on the other channel', 10),
        todo('Show what was learned on the badge', 7),
      ],
    },
  ],
  faults: ['Badge does not open'],
  places: ['on the first morning'],
  bugs: 0,
  bugsRun: 0,
};
