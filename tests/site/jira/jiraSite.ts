import { JiraData } from './jiraData';
import type { Caller } from './model';
import { openApiCheck, type OpenApiCheck } from './openapi/check';
import type { JiraSiteOptions } from './options';
import { restApi, type RestApi } from './rest/restApi';

export type { Caller, Issue, IssueChange, NewIssue } from './model';
export type { IssueEvent, JiraEvent } from './events';
export type { Role } from './access';
export { JiraError } from './errors';

/** A Jira Cloud site in memory, with its REST API. */
export class JiraSite extends JiraData {
  private readonly api: RestApi;
  private readonly check: OpenApiCheck;

  constructor(options: JiraSiteOptions) {
    super(options);
    this.api = restApi(this);
    this.check = openApiCheck(options.openapi);
  }

  /**
   * Answers a call of the REST API.
   * @throws OpenApiMismatch if the request, or the site's own answer, contradicts Atlassian's document
   */
  async fetch(request: Request, caller: Caller): Promise<Response> {
    await this.check.request(request);
    const response = await this.api(request, caller);
    await this.check.response(request, response);
    return response;
  }
}
