import { countingFields, siteFields } from '../../src/jira/fields';

const CHECKBOXES = 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes';
const TEAM = 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team';
const OLDER_TEAM = 'com.atlassian.teams:rm-teams-custom-field-team';

const field = (id: string, name: string, custom: string, type = 'array') => ({ id, name, schema: { type, custom } });
const found = (...fields: Parameters<typeof siteFields>[0]) => siteFields(fields, 'our type');

test('the flag is the checkboxes field of that name, whatever it is called in the language of the reader', () => {
  const others = [field('f1', 'Colours', CHECKBOXES), field('f2', 'Flagged', 'another type')];
  expect(found(...others).flagged).toBeNull();
  expect(found(...others, field('f3', 'FLAGGED', CHECKBOXES)).flagged).toBe('f3');
  const translated = { ...field('f4', 'Markiert', CHECKBOXES), untranslatedName: 'Flagged' };
  expect(found(...others, translated).flagged).toBe('f4');
  const namesake = { ...field('f5', 'Flagged', CHECKBOXES), untranslatedName: 'Beflaggt' };
  expect(found(namesake).flagged).toBeNull();
});

test("the Team field is known by its type; that of today's sites comes before that of older ones", () => {
  expect(found(field('t1', 'Team', 'com.pyxis.greenhopper.jira:gh-sprint')).team).toBeNull();
  expect(found(field('t1', 'Equipe', OLDER_TEAM, 'any')).team).toBe('t1');
  expect(found(field('t1', 'Team', OLDER_TEAM, 'any'), field('t2', 'Team', TEAM, 'team')).team).toBe('t2');
});

test('what the site has is asked for, and nothing that it does not have', () => {
  const none = countingFields({ objective: null, estimates: [], sprint: null, flagged: null, team: null, start: null });
  expect(none).toContain('components');
  const all = countingFields({
    objective: 'o',
    estimates: ['e1', 'e2'],
    sprint: 's',
    flagged: 'f',
    team: 't',
    start: 'd',
  });
  expect(new Set(all)).toEqual(new Set([...none, 'o', 'e1', 'e2', 's', 'f', 't']));
});
