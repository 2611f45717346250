/** The handlers named in manifest.yml. */
export { resolver } from './resolvers/index';
export {
  drain,
  everyDay,
  everyFiveMinutes,
  everyHour,
  firstSync,
  jqlFunction,
  migrate,
  onIssueEvent,
  onLifecycle,
  onLinkEvent,
  onProjectEvent,
  tagging,
  titleUpdates,
} from './sync/jobs';
