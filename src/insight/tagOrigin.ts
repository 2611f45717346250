import type { TagOrigin } from '../contract';
import type { TagOrigin as StoredOrigin } from '../store/tagging/tagOrigins';

/** A stored origin for a page; `null`: there is none. */
export const originOf = (stored: StoredOrigin | undefined): TagOrigin | null =>
  stored ? { ...stored, at: new Date(stored.at).toISOString() } : null;
