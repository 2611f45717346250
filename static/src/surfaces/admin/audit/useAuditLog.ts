import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { AuditPlace } from '../../../../../src/contract';
import { ask } from '../../../shared/ask';
import { tellDone, tellFailed } from '../../../shared/flags';
import { queryKeyOf } from '../../../shared/queries';
import { saveFile } from '../../../shared/csv/saveFile';

const NAME = 'audit-log.csv';

/** The pages of the audit log that are shown, newest first. */
export const useAuditLog = () =>
  useInfiniteQuery({
    queryKey: queryKeyOf('auditLog'),
    queryFn: ({ pageParam }) => ask('auditLog', { before: pageParam }),
    initialPageParam: null as AuditPlace | null,
    getNextPageParam: (page) => page.next,
  });

/** Downloads the audit log as CSV. */
export const useExportAuditLog = () =>
  useMutation({
    mutationFn: async () => saveFile(NAME, (await ask('exportAuditLog', {})).csv),
    onSuccess: () => tellDone('audit-exported', `${NAME} downloaded`),
    onError: (error) => tellFailed('Nothing was exported', error),
  });
