import { accountIds } from '../../../src/store/work/accounts';
import {
  assigneesIn,
  deleteUnseen,
  itemsAssigned,
  noteSeen,
  strategists,
  unassign,
} from '../../../src/store/work/accountsInUse';
import { accountsToReport, eraseAccounts, noteReported, noteUpdated } from '../../../src/store/work/reportedAccounts';
import { database } from '../../../src/store/sql/database';
import { addAuditLine } from '../../../src/store/runs/auditLines';
import { storeAnswers } from '../../../src/store/runs/visitorAnswers';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { item } from '../../domain/build';
import { synced } from '../../sync/synced';
import { onEachEngine } from '../onEachEngine';

const ALL = { after: 0, upTo: 1_000_000 };
const FAR = 1_000_000;

const storedAccounts = async () =>
  (await database.selectFrom('account').select('account_id').orderBy('account_id').execute()).map(
    ({ account_id }) => account_id,
  );

onEachEngine((inDatabase) => {
  test('a new account gets a number, an inactive one only if it has one', () =>
    inDatabase(async () => {
      await writeItems([
        synced(item(1, { assignee: 'ann' })),
        { ...synced(item(2, { assignee: 'bob' })), assigneeIsActive: false },
      ]);
      expect(await storedAccounts()).toEqual(['ann']);
      await writeItems([{ ...synced(item(3, { assignee: 'ann' })), assigneeIsActive: false }]);
      const { known, gone } = await assigneesIn(ALL, FAR);
      expect([known.length, gone]).toEqual([1, []]);
      expect((await itemsAssigned(ALL, known)).sort()).toEqual([1, 3]);
      expect(await itemsAssigned({ after: 1, upTo: 2 }, known)).toEqual([]);
    }));

  test('an erased account leaves numbers that stand for nobody, which are found and taken off', () =>
    inDatabase(async () => {
      await writeItems([synced(item(1, { assignee: 'ann' })), synced(item(2, { assignee: 'bob' }))]);
      await storeAnswers('ann', [{ subject: 0, answer: {} }], 1);
      const [ann] = (await accountsToReport(0, 10)).filter(({ accountId }) => accountId === 'ann');
      if (!ann) throw new Error('She is not stored.');
      await eraseAccounts([ann]);
      expect(await storedAccounts()).toEqual(['bob']);
      expect(await database.selectFrom('visitor_answer').selectAll().execute()).toEqual([]);
      expect((await assigneesIn(ALL, 0)).gone).toEqual([ann.id]);
      await unassign(await itemsAssigned(ALL, [ann.id]), [ann.id]);
      expect(await assigneesIn(ALL, 0)).toEqual({ known: [], gone: [] });
      // Her number is not given to anybody else.
      expect((await accountIds(['cleo'])).get('cleo')).not.toBe(ann.id);
    }));

  test('accounts are reported the longest ago first', () =>
    inDatabase(async () => {
      const ids = await accountIds(['ann', 'bob', 'cleo']);
      const number = (name: string) => ids.get(name) ?? 0;
      await noteReported([number('ann')], 200);
      await noteReported([number('bob')], 100);
      await noteUpdated([number('bob')], 150);
      const due = async (before: number, limit = 10) =>
        (await accountsToReport(before, limit)).map(({ accountId }) => accountId);
      expect(await due(0)).toEqual(['cleo']);
      expect(await due(200)).toEqual(['cleo', 'bob', 'ann']);
      expect(await due(200, 2)).toEqual(['cleo', 'bob']);
      expect((await accountsToReport(100, 10)).at(1)?.updatedAt).toBe(150);
    }));

  test('who is not seen for long is deleted, unless they come back into use before', () =>
    inDatabase(async () => {
      await database
        .insertInto('account')
        .values(['ann', 'bob', 'cleo', 'dan'].map((account_id) => ({ account_id, seen: 10 })))
        .execute();
      await writeItems([synced(item(1, { assignee: 'ann' }))]);
      await addAuditLine({ what: 'sync' }, 'bob', 1);
      const { known } = await assigneesIn(ALL, FAR);
      expect([known.length, (await strategists()).length]).toEqual([1, 1]);
      const rows = await database.selectFrom('account').select('id').where('account_id', '=', 'cleo').execute();
      await noteSeen(
        rows.map(({ id }) => Number(id)),
        11,
      );
      await deleteUnseen(11);
      expect(await storedAccounts()).toEqual(['ann', 'bob', 'cleo']);
    }));
});
