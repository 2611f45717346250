/** How the organisation is cut into parts. */
export const FUNCTION_KINDS = ['project', 'category', 'team', 'component'] as const;
export type FunctionKind = (typeof FUNCTION_KINDS)[number];
