import { SiteClock } from '../clock';
import { JiraSite } from '../jira/jiraSite';
import { UsageError } from '../commandLine';
import { readStartOptions } from './options';
import { rewindSite } from './rewindSite';

describe('the command line of npm start', () => {
  it('reads files, a day and a port', () => {
    const args = [
      '--data',
      'a.csv',
      '--data',
      'b.csv',
      '--objectives',
      'o.csv',
      '--as-of',
      '1970-01-03',
      '--port',
      '81',
    ];
    expect(readStartOptions(args)).toEqual({
      given: { data: ['a.csv', 'b.csv'], objectives: 'o.csv', reading: {} },
      asOf: 2,
      port: 81,
      engine: 'embedded',
    });
    expect(readStartOptions([])).toEqual({
      given: { data: [], objectives: undefined, reading: {} },
      asOf: null,
      port: null,
      engine: 'embedded',
    });
    expect(readStartOptions(['--engine', 'tidb']).engine).toBe('tidb');
  });

  it.each([
    [['--as-of', '2026-02-30'], '--as-of 2026-02-30: write a date'],
    [['--port', 'x'], '--port x: write a number'],
    [['--objectives', 'o.csv'], '--objectives goes with --data'],
    [['--levels', 'Feature=1'], '--levels goes with --data'],
    [['--data', 'a.csv', '--statuses', 'Closed'], '--statuses: "Closed" is not understood'],
    [['--wrong'], 'npm start --'],
  ])('refuses %j', (args, message) => {
    expect(() => readStartOptions(args)).toThrow(UsageError);
    expect(() => readStartOptions(args)).toThrow(message);
  });
});

it('takes a site back to the end of a day', () => {
  const day = (number: number, hour = 12): number => (number * 24 + hour) * 3600_000;
  const jira = new JiraSite({ clock: new SiteClock(day(10, 23)), appFields: [], openapi: false });
  jira.addProject({ key: 'ONE', name: 'One' });
  const make = (summary: string, created: number, resolved: number | null) =>
    jira.createIssue(
      { project: 'ONE', type: 'Task', summary, created, ...(resolved === null ? {} : { status: 'Done', resolved }) },
      null,
    );
  make('open', day(1), null);
  make('done in time', day(1), day(10, 23));
  make('done later', day(1), day(11, 0));
  make('created later', day(11), null);
  jira.issues.replace(jira.issue('ONE-1'), { ...jira.issue('ONE-1'), updated: day(20) });
  rewindSite(jira, 10);
  expect(jira.issue('ONE-1').updated).toBe(day(10, 23));
  expect([...jira.issues.all()].map(({ summary, status, resolved }) => [summary, status.category, resolved])).toEqual([
    ['open', 'new', null],
    ['done in time', 'done', day(10, 23)],
    ['done later', 'new', null],
  ]);
});
