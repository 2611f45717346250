import type { JiraEvent } from '../jira/jiraSite';

/** What goes wrong between Jira, the platform and the app. By default nothing does. */
export class Faults {
  /** How late each delivery of an event is, in milliseconds, on top of the site's own delay: none loses it, two double it. */
  deliveries: (event: JiraEvent) => readonly number[] = () => [0];

  /** An answer in place of Jira's to a request of the app: too many requests, a fault on the way, a body that is none. */
  answer: (request: Request) => Response | null = () => null;
}
