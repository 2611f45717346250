import { countingFields, discoverFields } from '../../../src/jira/fields';
import { searchIssues } from '../../../src/jira/issues';

/** Reads all issues of a JQL as a page without a projection would: as its viewer, with the fields for counting. */
export const gatherPage = async (jql: string): Promise<number> => {
  const fields = countingFields(await discoverFields('user'));
  let read = 0;
  let token: string | null = null;
  do {
    const page = await searchIssues('user', jql, fields, token);
    read += page.issues.length;
    token = page.nextPageToken;
  } while (token !== null);
  return read;
};
