import fc from 'fast-check';
import { comparedName, isDroppedName, meansDropped, UNDECIDED } from '../../../src/domain/work/dropped';
import { DROPPED_NAMES } from '../../../src/domain/work/droppedNames';
import { outcomeOf } from '../../../src/domain/work/outcome';

describe('by its name', () => {
  test.each([
    "Won't Do",
    'Won’t Do',
    ' won’t   DO ',
    "Won't\u00a0Fix",
    'Cannot Reproduce',
    'Needs more info',
    'Hold',
    'CANCELLED',
    'Canceled',
    'Rejected',
    'Withdrawn',
    // what Jira calls its own in other languages
    'Duplikat',
    'Abgelehnt',
    'Kann nicht reproduziert werden',
    'No se hará',
    'Rechazado',
    'NO SERÁ FEITO'.replace('NO', 'NÃO'),
    'Doublon',
    'ДУБЛИКАТ',
    '重複',
    '중복',
  ])('the resolution %p means dropped', (name) => expect(isDroppedName('resolution', name)).toBe(true));

  test.each(['Done', 'Fixed', 'Fertig', 'Hecho', 'Terminé', 'Wont Do', "Won't Do it", '', 'Unresolved'])(
    'the resolution %p does not',
    (name) => expect(isDroppedName('resolution', name)).toBe(false),
  );

  test.each([
    'Cancelled',
    "Won't do",
    'Won’t Do',
    'declined',
    'Duplicate',
    'Abandoned',
    'No se hará',
    'Не будет выполнено',
  ])('the status %p means dropped', (name) => expect(isDroppedName('status', name)).toBe(true));

  test.each(['Done', 'Closed', 'Hold', 'Invalid', 'Incomplete', 'Needs more info', 'Duplikat', 'Rechazado'])(
    'the status %p does not: it may mean something else than the resolution of that name',
    (name) => expect(isDroppedName('status', name)).toBe(false),
  );

  test('no name that means done in a language of Jira is among them', () => {
    const done = [
      'Done',
      'Fertig',
      'Erledigt',
      'Listo',
      'Hecho',
      'Terminé',
      'Concluído',
      'Completato',
      'Gereed',
      'Klaar',
    ];
    const further = ['Færdig', 'Klart', 'Ferdig', 'Valmis', 'Gotowe', 'Hotovo', 'Kész', 'Terminat', 'Готово', 'Tamam'];
    const asian = ['完了', '완료', '完成', 'Xong', 'เสร็จสิ้น', 'Tehtud', 'Lokið', 'Виконано'];
    expect([...done, ...further, ...asian].filter((name) => isDroppedName('resolution', name))).toEqual([]);
    expect([...done, ...further, ...asian].filter((name) => isDroppedName('status', name))).toEqual([]);
  });

  test('every name of the lists does, however it is written', () => {
    const blanks = fc.stringMatching(/^[ \t\u00a0]{0,3}$/);
    const cases = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.replaceAll("'", '’'),
      (text) => text.replaceAll(' ', '  '),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...(['resolution', 'status'] as const)),
        fc.nat(),
        fc.tuple(blanks, blanks),
        cases,
        (what, at, [before, after], write) => {
          const names = DROPPED_NAMES[what];
          expect(isDroppedName(what, before + write(names[at % names.length] ?? '') + after)).toBe(true);
        },
      ),
    );
  });

  test('names that compare as equal compare so once more', () => {
    fc.assert(fc.property(fc.string(), (name) => expect(comparedName(comparedName(name))).toBe(comparedName(name))));
  });
});

describe('by its id, where an admin decided', () => {
  const decisions = { resolution: { '1': false, '2': true }, status: { '3': true } };
  test.each([
    ['resolution', { id: '1', name: "Won't Do" }, false],
    ['resolution', { id: '2', name: 'Done' }, true],
    ['resolution', { id: '4', name: "Won't Do" }, true],
    ['resolution', { id: '3', name: 'Done' }, false],
    ['status', { id: '3', name: 'Archived' }, true],
    ['status', { id: '2', name: 'Done' }, false],
    ['status', { id: '', name: 'Cancelled' }, true],
    ['status', { id: 'constructor', name: 'Done' }, false],
  ] as const)('the %s %p: %p', (what, named, expected) => {
    expect(meansDropped(what, named, decisions)).toBe(expected);
  });

  test('one of the two is enough, and only in the category done', () => {
    const closed = { status: { id: '3', name: 'Archived' }, resolution: { id: '1', name: "Won't Do" } };
    expect(outcomeOf('done', closed, decisions)).toBe('dropped');
    expect(outcomeOf('indeterminate', closed, decisions)).toBe('doing');
    expect(outcomeOf('done', { ...closed, status: { id: '5', name: 'Done' } }, decisions)).toBe('done');
    expect(outcomeOf('done', { ...closed, status: { id: '5', name: 'Done' } }, UNDECIDED)).toBe('dropped');
  });
});
