/**
 * How the app came to give an issue its tag. Jira's history names only the app, and tells what people do in its own field.
 * - `person`: somebody chose it
 * - `suggestion`: somebody accepted what was suggested
 * - `bulk`: somebody linked many issues in the background
 * - `rule`: a standing rule took the issue; its owner is who did it
 * - `proposal`: somebody accepted the proposal of an epic
 * - `undo`: somebody took another link back, so it has the tag that it had before
 */
export type Origin = 'person' | 'suggestion' | 'bulk' | 'rule' | 'proposal' | 'undo';
