import type { StatusCategoryKey } from '../../jira/model';

/** A language of Jira's interface, as far as an export shows it. */
export type Language = {
  /** in English */
  name: string;
  /** for the names of months */
  locale: string;
  /** the translated names of columns and the English ones; empty: only known to be found */
  columns: Readonly<Record<string, string>>;
  /** what stands for "Custom field" in `Custom field (Story Points)` */
  customField: string | null;
  /** the names of the status categories, in lower case */
  categories: Readonly<Record<string, StatusCategoryKey>>;
  /** further names of columns by which it is found */
  signs: readonly string[];
};

export const ENGLISH: Language = {
  name: 'English',
  locale: 'en',
  columns: {},
  customField: null,
  categories: { 'no category': 'undefined', 'to do': 'new', 'in progress': 'indeterminate', done: 'done' },
  signs: [],
};

const SPANISH: Language = {
  name: 'Spanish',
  locale: 'es',
  customField: 'Campo personalizado',
  columns: {
    'Clave de incidencia': 'Issue key',
    'ID de la incidencia': 'Issue id',
    'Tipo de Incidencia': 'Issue Type',
    Estado: 'Status',
    'Categoría de estado': 'Status Category',
    'Clave del proyecto': 'Project key',
    'Nombre del proyecto': 'Project name',
    Resumen: 'Summary',
    Descripción: 'Description',
    Creada: 'Created',
    Actualizada: 'Updated',
    Resuelta: 'Resolved',
    'Fecha de vencimiento': 'Due date',
    Resolución: 'Resolution',
    Prioridad: 'Priority',
    'Persona asignada': 'Assignee',
    'ID de la persona asignada': 'Assignee Id',
    Informador: 'Reporter',
    'Clave principal': 'Parent key',
    Principal: 'Parent',
    Etiquetas: 'Labels',
    Componentes: 'Components',
    'Versiones corregidas': 'Fix versions',
  },
  categories: {
    'sin categoría': 'undefined',
    'por hacer': 'new',
    'tareas por hacer': 'new',
    'en curso': 'indeterminate',
    'en progreso': 'indeterminate',
    listo: 'done',
    hecho: 'done',
    finalizado: 'done',
    finalizada: 'done',
  },
  signs: [],
};

const GERMAN: Language = {
  name: 'German',
  locale: 'de',
  customField: 'Benutzerdefinierte Felder',
  columns: {
    Vorgangsschlüssel: 'Issue key',
    'Vorgangs-ID': 'Issue id',
    Vorgangstyp: 'Issue Type',
    Statuskategorie: 'Status Category',
    'Statuskategorie geändert': 'Status Category Changed',
    Projektschlüssel: 'Project key',
    Projektname: 'Project name',
    Zusammenfassung: 'Summary',
    Beschreibung: 'Description',
    Erstellt: 'Created',
    Aktualisiert: 'Updated',
    Erledigt: 'Resolved',
    Fälligkeitsdatum: 'Due date',
    Lösung: 'Resolution',
    Priorität: 'Priority',
    'Zugewiesene Person': 'Assignee',
    'ID der zugewiesenen Person': 'Assignee Id',
    Autor: 'Reporter',
    'ID des Autors': 'Reporter Id',
    Übergeordnet: 'Parent',
    Stichwörter: 'Labels',
    Label: 'Labels',
    Komponenten: 'Components',
    Lösungsversionen: 'Fix versions',
    'Custom field (Story Point-Schätzung)': 'Custom field (Story point estimate)',
  },
  categories: {
    'keine kategorie': 'undefined',
    'zu erledigen': 'new',
    'in arbeit': 'indeterminate',
    'in bearbeitung': 'indeterminate',
    fertig: 'done',
    erledigt: 'done',
  },
  signs: [],
};

const FRENCH: Language = {
  name: 'French',
  locale: 'fr',
  customField: 'Champs personnalisés',
  columns: {
    'Clé de ticket': 'Issue key',
    'ID de ticket': 'Issue id',
    'Type de ticket': 'Issue Type',
    État: 'Status',
    "Catégorie d'état": 'Status Category',
    "Catégorie d'état modifiée": 'Status Category Changed',
    'Clé de projet': 'Project key',
    'Nom du projet': 'Project name',
    Résumé: 'Summary',
    Création: 'Created',
    'Mise à jour': 'Updated',
    Résolu: 'Resolved',
    Résolue: 'Resolved',
    Résolution: 'Resolution',
    Priorité: 'Priority',
    Responsable: 'Assignee',
    'Personne assignée': 'Assignee',
    Rapporteur: 'Reporter',
    'Clé parent': 'Parent key',
    Étiquettes: 'Labels',
    Composants: 'Components',
    'Versions corrigées': 'Fix versions',
  },
  categories: {
    'aucune catégorie': 'undefined',
    'à faire': 'new',
    'en cours': 'indeterminate',
    terminé: 'done',
    terminée: 'done',
  },
  signs: [],
};

const PORTUGUESE: Language = {
  name: 'Portuguese',
  locale: 'pt',
  customField: 'Campo personalizado',
  columns: {
    'Chave da item': 'Issue key',
    'Chave do item': 'Issue key',
    'ID da item': 'Issue id',
    'ID do item': 'Issue id',
    'Tipo de item': 'Issue Type',
    'Categoria do status': 'Status Category',
    'Chave do projeto': 'Project key',
    'Nome do projeto': 'Project name',
    Resumo: 'Summary',
    Descrição: 'Description',
    Criado: 'Created',
    'Criado(a)': 'Created',
    'Atualizado(a)': 'Updated',
    Resolvido: 'Resolved',
    'Resolvido(a)': 'Resolved',
    'Data limite': 'Due date',
    Resolução: 'Resolution',
    Prioridade: 'Priority',
    Responsável: 'Assignee',
    'ID do responsável': 'Assignee Id',
    Relator: 'Reporter',
    'ID do relator': 'Reporter Id',
    'Chave pai': 'Parent key',
    Pai: 'Parent',
    Componentes: 'Components',
    'Versões corrigidas': 'Fix versions',
  },
  categories: {
    'sem categoria': 'undefined',
    'itens pendentes': 'new',
    pendente: 'new',
    'tarefas pendentes': 'new',
    'em andamento': 'indeterminate',
    'itens concluídos': 'done',
    concluído: 'done',
    'concluído(a)': 'done',
  },
  signs: [],
};

/** A language whose exports are found, but not read: nobody has shown what its columns mean. */
const found = (name: string, locale: string, customField: string | null, ...signs: string[]): Language => ({
  name,
  locale,
  customField,
  signs,
  columns: {},
  categories: {},
});

export const LANGUAGES: readonly Language[] = [
  SPANISH,
  GERMAN,
  FRENCH,
  PORTUGUESE,
  found('Italian', 'it', 'Campo personalizzato', 'Riepilogo', 'Stato', 'Tipo di ticket', 'Tipo ticket', 'Priorità'),
  found('Dutch', 'nl', 'Aangepast veld', 'Samenvatting', 'Itemtype', 'Issuetype', 'Prioriteit', 'Gemaakt'),
  found('Swedish', 'sv', 'Anpassat fält', 'Sammanfattning', 'Ärendetyp', 'Skapad', 'Ärendenyckel'),
  found('Danish', 'da', 'Brugerdefineret felt', 'Oprettet', 'Opdateret', 'Sagstype', 'Resumé', 'Løsning'),
  found('Norwegian', 'nb', 'Egendefinert felt', 'Sammendrag', 'Sakstype', 'Opprettet', 'Oppdatert', 'Løsning'),
  found('Finnish', 'fi', 'Mukautettu kenttä', 'Yhteenveto', 'Tila', 'Luotu', 'Prioriteetti', 'Päivitetty'),
  found('Polish', 'pl', 'Pole niestandardowe', 'Klucz zgłoszenia', 'Typ zgłoszenia', 'Podsumowanie', 'Utworzono'),
  found('Czech', 'cs', 'Vlastní pole', 'Souhrn', 'Stav', 'Vytvořeno', 'Priorita', 'Typ požadavku'),
  found('Slovak', 'sk', 'Vlastné pole', 'Súhrn', 'Stav', 'Vytvorené', 'Priorita', 'Typ požiadavky'),
  found('Hungarian', 'hu', 'Egyéni mező', 'Összefoglaló', 'Összegzés', 'Állapot', 'Létrehozva', 'Prioritás'),
  found('Romanian', 'ro', 'Câmp personalizat', 'Rezumat', 'Stare', 'Creat', 'Prioritate', 'Rezolvat'),
  found('Turkish', 'tr', 'Özel alan', 'Özet', 'Durum', 'Oluşturuldu', 'Öncelik', 'Çözüm'),
  found('Estonian', 'et', 'Kohandatud väli', 'Kokkuvõte', 'Olek', 'Loodud', 'Prioriteet'),
  found('Icelandic', 'is', 'Sérsniðinn reitur', 'Samantekt', 'Staða', 'Búið til', 'Forgangur'),
  found('Vietnamese', 'vi', 'Trường tùy chỉnh', 'Tóm tắt', 'Trạng thái', 'Mức ưu tiên', 'Đã tạo'),
  found('Russian', 'ru', 'Пользовательское поле', 'Ключ проблемы', 'Ключ задачи', 'Тип задачи', 'Статус', 'Создано'),
  found('Ukrainian', 'uk', 'Користувацьке поле', 'Тип завдання', 'Підсумок', 'Створено', 'Пріоритет'),
  found('Japanese', 'ja', 'カスタムフィールド', '課題キー', '課題タイプ', '要約', 'ステータス', '作成日'),
  found('Korean', 'ko', '사용자정의 필드', '이슈 키', '이슈 유형', '프로젝트 키', '상태', '요약'),
  found('Chinese', 'zh', '自定义字段', '问题关键字', '问题类型', '問題類型', '状态', '狀態', '概要', '摘要'),
  found('Thai', 'th', null, 'สถานะ', 'สรุป'),
];

/** What to do with an export in a language that is not read, or not wholly. */
export const exportInEnglish = ({ name }: Language, header: readonly string[]): string =>
  `its columns are in ${name} (${header
    .filter((column) => column.trim() !== '')
    .slice(0, 3)
    .map((column) => `"${column.trim()}"`)
    .join(', ')} …), and not all that the report needs are known in that language. Export in English: in Jira, click ` +
  'your picture → Profile or Personal settings → Language → English, then export the issues again as "CSV (all fields)"';
