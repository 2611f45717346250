import { allProjects, nameProjects, storeProjects } from '../../../src/store/work/projects';
import { workFunctionIds } from '../../../src/store/work/workFunctions';
import { onEachEngine } from '../onEachEngine';

const WEB = { id: 1, key: 'WEB', name: 'Web shop' };
const SALES = { id: '100', name: 'Sales' };

const findProject = async (id: number) => (await allProjects()).find((project) => project.id === id);

onEachEngine((inDatabase) => {
  test('what Jira says of projects is kept, and a change of their issues does not take their category', () =>
    inDatabase(async () => {
      await storeProjects([
        { ...WEB, category: SALES },
        { id: 2, key: 'POS', name: 'Tills', category: null },
      ]);
      await nameProjects([{ id: 1, key: 'SHOP', name: 'Shop' }]);
      expect(await findProject(1)).toMatchObject({ key: 'SHOP', name: 'Shop', category: SALES });
      expect(await findProject(2)).toMatchObject({ key: 'POS', name: 'Tills', category: null });
      await storeProjects([{ ...WEB, category: { ...SALES, name: 'Selling' } }]);
      expect((await allProjects()).map(({ name, category }) => [name, category?.name])).toEqual([
        ['Web shop', 'Selling'],
        ['Tills', undefined],
      ]);
      await storeProjects([{ ...WEB, category: null }]);
      expect(await findProject(1)).toMatchObject({ category: null });
    }));

  test('any number of projects is taken', () =>
    inDatabase(async () => {
      const projects = Array.from({ length: 1201 }, (_, index) => ({
        id: index + 1,
        key: `P${index}`,
        name: 'P',
        category: { id: String(index % 700), name: `Category ${index % 700}` },
      }));
      await storeProjects(projects);
      expect((await allProjects()).map(({ id, category }) => [id, category?.id])).toEqual(
        projects.map(({ id, category }) => [id, category.id]),
      );
    }));

  test('functions of a kind keep their number when they are renamed; kinds are apart', () =>
    inDatabase(async () => {
      const one = { id: '1', name: 'Cart' };
      const before = await workFunctionIds({ component: [one], team: [one] });
      expect(before.component.get('1')).not.toBe(before.team.get('1'));
      const after = await workFunctionIds({
        component: [
          { id: '1', name: '🛒'.repeat(300) },
          { id: '2', name: 'B' },
        ],
      });
      expect(after.component.get('1')).toBe(before.component.get('1'));
      expect([...after.component.keys()].sort()).toEqual(['1', '2']);
      expect(after.team.size).toBe(0);
    }));
});
