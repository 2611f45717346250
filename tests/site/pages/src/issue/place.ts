import type { Place } from '../frame/operations';
import type { Field, Issue, Project } from '../jira/types';

/** The place of a module on an issue, as Jira gives it. */
export const issuePlace = (moduleKey: string, type: string, { id, key, fields }: Issue): Place => ({
  moduleKey,
  extension: {
    type,
    issue: { id, key, type: fields.issuetype.name, typeId: fields.issuetype.id },
    project: { id: fields.project.id, key: fields.project.key, type: 'software' },
  },
});

type FieldPlace = {
  moduleKey: string;
  field: Field;
  entryPoint: 'view' | 'edit';
  renderContext: 'issue-view' | 'issue-create' | 'issue-bulk-edit' | 'list-view';
  value: unknown;
};

/**
 * The place of the app's field; on create and in bulk there is no issue. Jira says at which address it shows the field, and
 * nothing of what else is filled in. https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#extension-data
 */
export const fieldPlace = (
  { moduleKey, field, entryPoint, renderContext, value }: FieldPlace,
  at: { issue: Issue } | { project: Project; location?: string },
): Place => ({
  moduleKey,
  extension: {
    ...('issue' in at
      ? issuePlace(moduleKey, 'jira:customField', at.issue).extension
      : {
          project: { id: at.project.id, key: at.project.key, type: 'software' },
          location: at.location ?? window.location.href,
        }),
    type: 'jira:customField',
    entryPoint,
    fieldId: field.id,
    fieldType: field.schema.custom,
    fieldValue: value,
    renderContext,
    experience: renderContext,
  },
});
