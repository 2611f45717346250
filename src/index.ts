/** The handlers that manifest.yml names, and nothing else. */
export { resolver } from './resolvers/index';
export {
  drain,
  everyDay,
  everyFiveMinutes,
  everyHour,
  firstSync,
  migrate,
  onIssueEvent,
  onLifecycle,
  onProjectEvent,
  retitle,
} from './sync/jobs';
