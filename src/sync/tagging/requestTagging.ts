import { pushTagging } from '../jobs/queues';

/** Asks for jobs to be gone on with. If the push fails, the five-minute schedule asks again. */
export const requestTagging = async (): Promise<void> => {
  try {
    await pushTagging(0);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    console.warn(JSON.stringify({ event: 'taggingNotPushed', reason }));
  }
};
