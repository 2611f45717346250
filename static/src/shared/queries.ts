import { QueryClient } from '@tanstack/react-query';
import { AppError } from './ask';

/** Only a busy app is asked again by itself: every other refusal stays as it is until a person does something. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => error instanceof AppError && error.code === 'busy' && failures < 2,
      },
    },
  });
