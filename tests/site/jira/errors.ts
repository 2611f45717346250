/** A refusal in the form of Jira's ErrorCollection. */
export class JiraError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404,
    readonly errorMessages: string[],
    readonly errors: Record<string, string> = {},
  ) {
    super([...errorMessages, ...Object.entries(errors).map(([field, why]) => `${field}: ${why}`)].join(' '));
    this.name = 'JiraError';
  }

  get body() {
    return { errorMessages: this.errorMessages, errors: this.errors };
  }
}

export const issueNotFound = () =>
  new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);

export const projectNotFound = (idOrKey: string) =>
  new JiraError(404, [`No project could be found with key or id '${idOrKey}'.`]);

export const fieldError = (field: string, why: string) => new JiraError(400, [], { [field]: why });
