import fc from 'fast-check';
import { readExport } from './exportIssue';
import { testFiles } from './testExport';

const HEADER = 'Issue key,Issue id,Issue Type,Status,Status Category,Created,Resolved,Summary';
const ROW = 'A-1,1,Story,Done,Done,01/Sep/25 9:00 AM,10/Sep/25 9:00 AM,Größe “ok” 日本';
const TEXT = `${HEADER}\n${ROW}\n`;

const file = testFiles();

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('a file of whatever encoding and separator is read alike', () => {
  const plain = () => ({ ...readExport(file(TEXT))[0], at: expect.anything() as unknown });

  test.each<[string, string | Buffer]>([
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['UTF-16, low byte first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, high byte first', utf16be(`\uFEFF${TEXT}`)],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, high byte first, without a mark', utf16be(TEXT)],
    ['semicolons', TEXT.replaceAll(',', ';')],
    ['tabs', TEXT.replaceAll(',', '\t')],
    ['tabs in UTF-16', Buffer.from(`\uFEFF${TEXT.replaceAll(',', '\t')}`, 'utf16le')],
    ['lines as on Windows', TEXT.replaceAll('\n', '\r\n')],
    ['blank rows of any length, also first', `,,,\n${HEADER}\n ,\n${ROW},,\n \n`],
    ['blank rows', `${HEADER}\n,,,,,,,\n${ROW}\n  ,,,,,,,\n\n,,,,,,,\n`],
  ])('%s', (_, content) => {
    const [issue, ...more] = readExport(file(content, 'other.csv'));
    expect(more).toEqual([]);
    expect(issue).toEqual(plain());
  });

  test('a first line that names the separator, as Excel writes it, counts as a row', () => {
    const text = `sep=;\n${TEXT.replaceAll(',', ';')}`;
    expect(readExport(file(text))[0]).toMatchObject({ ...plain(), at: { row: 3 } });
  });
});

describe('what is not UTF-8 or UTF-16 is refused by its name, and never misread', () => {
  test.each<[string, Buffer, string]>([
    [
      'Windows-1252',
      Buffer.from(TEXT.replace('“ok” 日本', ''), 'latin1'),
      'row 2: it is not UTF-8 but another encoding',
    ],
    ['Shift-JIS', Buffer.concat([Buffer.from(TEXT), Buffer.from([0x93, 0xfa, 0x96, 0x7b])]), 'row 3: it is not UTF-8'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'it is UTF-32'],
    ['broken UTF-16', Buffer.concat([Buffer.from('\uFEFFIssue', 'utf16le'), Buffer.from([0, 0xd8])]), 'UTF-16LE'],
    ['ISO-2022', Buffer.from(`${TEXT}\x1b$B`), 'it is ISO-2022'],
    ['NULs', Buffer.from(TEXT.replace('Story', 'St\0ry')), 'it holds NUL bytes'],
    ['a workbook', Buffer.from('PK\x03\x04 and so on'), 'an Excel workbook'],
    ['HTML', Buffer.from('<html><body><table>'), 'HTML or XML'],
    ['what another program misread', Buffer.from(TEXT.replace('Summary', 'R�sum�')), 'misread its encoding'],
  ])('%s', (_, content, message) => {
    expect(() => readExport(file(content))).toThrow(message);
  });

  test('no text of Windows-1252 with a letter beyond ASCII passes as something else', () => {
    const word = fc.stringMatching(/^[a-z àâçèéêëîïôùûüäößñáíóú]{1,12}$/);
    fc.assert(
      fc.property(word, (summary) => {
        const bytes = Buffer.from(TEXT.replace('Größe “ok” 日本', `"${summary}"`), 'latin1');
        const beyond = /[^\0-\x7f]/.test(summary);
        const run = () => readExport(file(bytes)).map((issue) => issue.summary);
        if (beyond) expect(run).toThrow('not UTF-8');
        else expect(run()).toEqual([summary.trim()]);
      }),
    );
  });
});

describe('what another program misread is refused, with what it was', () => {
  /** UTF-8 read as Windows-1252. */
  const mistaken = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text));
  const row = (values: Partial<Record<'type' | 'status' | 'resolution' | 'summary', string>>) =>
    `A-1,1,${values.type ?? 'Story'},${values.status ?? 'Open'},To Do,2025-09-01,${values.resolution ?? ''},${values.summary ?? ''}`;
  const read = (header: string, of: string) => readExport(file(`${header}\n${of}\n`));
  const head = 'Issue key,Issue id,Issue Type,Status,Status Category,Created,Resolution,Summary';

  test.each([
    ['type', 'Issue Type', 'Historia técnica'],
    ['status', 'Status', 'À faire'],
    ['resolution', 'Resolution', '完了'],
  ])('a %s', (of, column, name) => {
    expect(() => read(head, row({ [of]: mistaken(name) }))).toThrow(
      `row 2, column "${column}": "${mistaken(name)}" was "${name}" before another program misread its encoding`,
    );
    expect(() => read(head, row({ [of]: 'R\uFFFDsum' }))).toThrow(`row 2, column "${column}": another program misread`);
    expect(read(head, row({ [of]: name }))).toHaveLength(1);
  });

  test('a column’s name', () => {
    expect(() => read(head.replace('Summary', mistaken('Resolución')), row({}))).toThrow(
      'export.csv, row 1: "ResoluciÃ³n" was "Resolución" before another program misread its encoding; export',
    );
  });

  test('letters of Windows-1252 that are no misread UTF-8 are taken, and texts that nothing is counted by', () => {
    expect(read(head, row({ type: 'Größe', status: 'Ã', resolution: 'España – no' }))).toHaveLength(1);
    expect(read(head, row({ summary: mistaken('Größe') }))).toHaveLength(1);
  });
});

describe('the language of Jira’s interface', () => {
  test('Spanish is read by its columns’ names', () => {
    const text =
      'Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Categoría de estado,Creada,Resuelta,Resolución,Clave principal,Campo personalizado (Story point estimate)\n' +
      'A-1,1,Historia,Finalizada,Listo,12/abr/26 9:17 PM,13/abr/26 9:17 PM,Listo,A-9,5\n' +
      'A-2,2,Tarea,Abierta,Tareas por hacer,12/ene/26 9:17 AM,,,,\n';
    expect(readExport(file(text))).toMatchObject([
      {
        language: 'Spanish',
        key: 'A-1',
        type: 'Historia',
        category: 'done',
        projectKey: 'A',
        created: Date.UTC(2026, 3, 12, 21, 17),
        resolved: Date.UTC(2026, 3, 13, 21, 17),
        resolution: 'Listo',
        parent: { by: 'key', text: 'A-9' },
        storyPointEstimate: 5,
      },
      { category: 'new', created: Date.UTC(2026, 0, 12, 9, 17), storyPointEstimate: null },
    ]);
  });

  test.each([
    [
      'German',
      'Vorgangsschlüssel,Vorgangstyp,Status,Statuskategorie,Erstellt,Erledigt,Lösung',
      'Fertig',
      '12/Dez/25 9:17',
    ],
    [
      'French',
      "Clé de ticket,Type de ticket,État,Catégorie d'état,Création,Résolue,Résolution",
      'Terminé',
      '12/déc/25 9:17',
    ],
    [
      'Portuguese',
      'Chave da item,Tipo de item,Status,Categoria do status,Criado,Resolvido,Resolução',
      'Itens concluídos',
      '12/dez/25 9:17',
    ],
  ])('so is %s', (language, header, done, date) => {
    const [issue] = readExport(file(`${header}\nA-1,Story,X,${done},${date},${date},\n`));
    const day = Date.UTC(2025, 11, 12, 9, 17);
    expect(issue).toMatchObject({ language, key: 'A-1', category: 'done', created: day, resolved: day });
  });

  test.each([
    ['Spanish', 'Clave de incidencia,Tipo de Incidencia,Estado,Creada'],
    ['German', 'Vorgangsschlüssel,Vorgangstyp,Status,Statuskategorie,Erstellt'],
    ['French', 'Clé de ticket,Type de ticket,État,Création'],
    ['Italian', 'Riepilogo,Chiave,Tipo di ticket,Stato'],
    ['Polish', 'Typ zgłoszenia,Klucz zgłoszenia,Podsumowanie,Status'],
    ['Russian', 'Тема,Ключ проблемы,Тип задачи,Статус'],
    ['Japanese', '要約,課題キー,課題タイプ,ステータス'],
    ['Korean', '요약,이슈 키,이슈 유형,상태'],
    ['Chinese', '概要,问题关键字,问题类型,状态'],
    ['Ukrainian', 'Ключ, Тип завдання, Стан, Дія'],
    ['Thai', 'สรุป,คีย์,สถานะ'],
  ])('%s that is not wholly known is told, with how to export in English', (language, header) => {
    const read = () => readExport(file(`${header}\n${header}\n`));
    expect(read).toThrow(`its columns are in ${language} (`);
    expect(read).toThrow('Language → English');
  });

  test('a language that nobody knows is shown, with what is missing', () => {
    expect(() => readExport(file('Lykill,Tegund\nA-1,Story\n'))).toThrow(
      /row 1, column "Issue key": the column is missing.*interface in English.*"Lykill", "Tegund"/,
    );
  });

  test('a category that the language is not known to have is asked for', () => {
    const text =
      'Vorgangsschlüssel,Vorgangstyp,Status,Statuskategorie,Erstellt,Erledigt,Lösung\nA-1,Story,Zu,Ganz,2025-01-01,,\n';
    expect(() => readExport(file(text))).toThrow('"Ganz" is not To Do, In Progress, Done or No Category');
    expect(readExport(file(text), { statuses: new Map([['zu', 'done']]) })).toMatchObject([{ category: 'done' }]);
  });
});

describe('an export without Status Category', () => {
  const text =
    'Issue key,Issue Type,Status,Created\nA-1,Story,Closed,2025-01-01\nA-2,Story,Open,2025-01-01\nA-3,Story,Closed,2025-01-01\n';

  test('names its statuses and asks', () => {
    expect(() => readExport(file(text))).toThrow(
      'it has no column "Status Category", and these statuses: Closed (2), Open (1); say which of them are in progress or done, as in --statuses',
    );
  });

  test('names those with a comma as they are to be written', () => {
    expect(() => readExport(file(text.replaceAll('Closed', '"Closed, won"')))).toThrow('"Closed, won" (2), Open (1)');
  });

  test('is read by what a person says; the rest is to do', () => {
    const issues = readExport(file(text), { statuses: new Map([['closed', 'done']]) });
    expect(issues.map(({ category }) => category)).toEqual(['done', 'new', 'done']);
  });
});

describe('dates of numbers and slashes', () => {
  const dates = (...texts: string[]) =>
    file(`${HEADER}\n${texts.map((text, at) => `A-${at},${at},Story,Open,To Do,${text},,\n`).join('')}`);
  const days = (...args: Parameters<typeof readExport>) =>
    readExport(...args).map(({ created }) => new Date(created).toISOString().slice(0, 10));

  test('are read as one of them tells', () => {
    expect(days(dates('03/04/2025 9:00', '23/04/2025'))).toEqual(['2025-04-03', '2025-04-23']);
    expect(days(dates('03/04/2025 9:00 AM', '4/23/25'))).toEqual(['2025-03-04', '2025-04-23']);
  });

  test('that may have a year of two digits first are asked for', () => {
    const yearFirst = dates('25/09/05', '25/10/17');
    expect(() => readExport(yearFirst)).toThrow('"25/09/05" may have its year or its day first');
    expect(days(yearFirst, { dates: 'year-first' })).toEqual(['2025-09-05', '2025-10-17']);
    expect(days(yearFirst, { dates: 'day-first' })).toEqual(['2005-09-25', '2017-10-25']);
    expect(() => readExport(dates('25/09/05', '05/09/2025'), { dates: 'year-first' })).toThrow(
      'row 3, column "Created": "05/09/2025" is not a date',
    );
  });

  test('are asked for where none tells, and refused where they contradict each other', () => {
    expect(() => readExport(dates('03/04/2025'))).toThrow('add --dates day-first or --dates month-first');
    expect(days(dates('03/04/2025'), { dates: 'day-first' })).toEqual(['2025-04-03']);
    expect(() => readExport(dates('23/04/2025', '04/23/2025'))).toThrow('some of its dates have the day first');
    expect(() => readExport(dates('23/04/2025'), { dates: 'month-first' })).toThrow('its dates are day-first');
  });
});

test('numbers with a decimal comma are read, what may be thousands is refused', () => {
  const points = (text: string) =>
    file(`${HEADER};Custom field (Story Points)\n${ROW};"${text}"\n`.replaceAll(',', ';').replaceAll('_', ','));
  expect(readExport(points('2_5'))[0]?.storyPoints).toBe(2.5);
  expect(() => readExport(points('1_000'))).toThrow('"1,000" is not a number');
});

describe('what the app cannot keep is refused with its place', () => {
  const issue = (values: Record<string, string>) => {
    const all = { 'Issue key': 'A-1', 'Issue Type': 'Story', Status: 'Open', 'Status Category': 'To Do', ...values };
    const cells = { ...all, Created: '2025-09-01' };
    return readExport(file(`${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`))[0];
  };

  test.each([
    [{ 'Issue id': '12345678901234567890' }, 'column "Issue id": "12345678901234567890" is not an id of Jira'],
    [{ 'Issue id': '1E+05' }, 'column "Issue id": "1E+05" is not an id of Jira'],
    [{ 'Parent id': '12345678901234567890' }, 'column "Parent": "12345678901234567890" is not an id of Jira'],
    [
      { 'Issue key': 'A-2147483648' },
      'column "Issue key": "A-2147483648" is too long, or its number is above 2147483647',
    ],
    [{ 'Issue key': `${'A'.repeat(256)}-1` }, 'is too long, or its number is above'],
    [{ Assignee: 'x'.repeat(124) }, `column "Assignee": "${'x'.repeat(20)}…" has 124 characters, and may have 123`],
    [{ Reporter: 'x'.repeat(124) }, 'column "Reporter": '],
    [{ 'Assignee Id': 'x'.repeat(129) }, 'column "Assignee Id": '],
    [{ 'Project name': 'x'.repeat(256) }, 'column "Project name": '],
    [{ 'Project key': 'X'.repeat(256) }, 'column "Project key": '],
  ])('%j', (values, message) => {
    expect(() => issue(values)).toThrow(`export.csv, row 2, `);
    expect(() => issue(values)).toThrow(message);
  });

  test('the longest are taken, and zeros before an id tell nothing', () => {
    expect(
      issue({ 'Issue key': 'A-2147483647', 'Issue id': '0007', Assignee: 'x'.repeat(123), 'Parent id': '008' }),
    ).toMatchObject({ id: '7', assignee: { displayName: 'x'.repeat(123) }, parent: { text: '8' } });
  });
});
