import type { Language } from './languages';

/** Jira's own names of its standard types in one language, in lower case. */
type TypeNames = { language: Language['name']; work: string[]; epic: string[]; subtask: string[] };

const names = (language: string, work: string, epic: string, subtask: string): TypeNames => {
  const list = (text: string): string[] => text.split(', ');
  return { language, work: list(work), epic: list(epic), subtask: list(subtask) };
};

const ENGLISH = names('English', 'story, task, bug', 'epic', 'sub-task, subtask');

/** Story, task and bug; epic; sub-task. Several names where Jira's products or versions differ. */
const TRANSLATED: readonly TypeNames[] = [
  names('Spanish', 'historia, tarea, error', 'épica, epica', 'subtarea, sub-tarea'),
  names('German', 'aufgabe, fehler', 'epos', 'unteraufgabe, teilaufgabe'),
  names('French', 'récit, tâche, bogue, anomalie', 'épopée', 'sous-tâche'),
  names('Portuguese', 'história, tarefa, erro', 'épico, epico', 'subtarefa, sub-tarefa'),
  names('Italian', 'storia, attività, compito', 'epica', 'sottotask, sotto-task, sottoattività, sotto-attività'),
  names('Dutch', 'verhaal, taak, fout', 'epos', 'subtaak'),
  names('Swedish', 'berättelse, uppgift, bugg, fel', 'epos', 'deluppgift, underuppgift'),
  names('Danish', 'historie, opgave, fejl', 'epos', 'underopgave, delopgave'),
  names('Norwegian', 'historie, brukerhistorie, oppgave, feil', 'epos', 'underoppgave, deloppgave'),
  names('Finnish', 'tarina, tehtävä, virhe, bugi', 'eepos', 'alitehtävä'),
  names('Polish', 'historyjka, historia, zadanie, błąd', 'epik, epika', 'podzadanie'),
  names('Czech', 'příběh, úkol, chyba', 'epik, epos', 'dílčí úkol, podúkol'),
  names('Slovak', 'príbeh, úloha, chyba', 'epik, epos', 'čiastková úloha, podúloha'),
  names('Hungarian', 'történet, sztori, feladat, hiba', 'eposz', 'alfeladat, részfeladat'),
  names('Romanian', 'poveste, sarcină, activitate, eroare', 'epopee', 'subsarcină, sub-sarcină, subactivitate'),
  names('Turkish', 'hikaye, hikâye, görev, hata', 'epik, destan', 'alt görev'),
  names('Estonian', 'lugu, kasutajalugu, ülesanne, viga', 'eepos', 'alamülesanne'),
  names('Icelandic', 'verkefni, villa', 'epík', 'undirverkefni'),
  names(
    'Vietnamese',
    'câu chuyện, tác vụ, nhiệm vụ, công việc, lỗi',
    'sử thi',
    'tác vụ phụ, nhiệm vụ phụ, công việc con',
  ),
  names('Russian', 'история, задача, ошибка, баг', 'эпик, эпос', 'подзадача'),
  names('Ukrainian', 'історія, завдання, задача, помилка', 'епік, епос', 'підзавдання, підзадача'),
  names('Japanese', 'ストーリー, タスク, バグ, 不具合', 'エピック', 'サブタスク'),
  names('Korean', '스토리, 작업, 버그', '에픽', '하위 작업, 부작업'),
  names(
    'Chinese',
    '故事, 任务, 任務, 缺陷, 故障, 错误, 錯誤',
    '史诗, 史詩, 长篇故事, 長篇故事, 大型故事',
    '子任务, 子任務, 子工作',
  ),
  names('Thai', 'เรื่องราว, งาน, บัก, บั๊ก', 'เอพิก, มหากาพย์', 'งานย่อย'),
];

/** What Jira itself calls its standard types. */
export type StandardNames = { work: ReadonlySet<string>; epic: ReadonlySet<string>; subtask: ReadonlySet<string> };

/**
 * Jira's names of its standard types on a site. A translated name of a sub-task counts where the site speaks that
 * language: its columns do, or another of its types. Else somebody called a type of their own so, and its children and
 * parents tell its level.
 * @param types the site's types, in lower case
 * @param languages those of its columns
 */
export function standardNames(types: ReadonlySet<string>, languages: ReadonlySet<string>): StandardNames {
  const all = [ENGLISH, ...TRANSLATED];
  const spoken = all.filter(
    ({ language, work, epic }) =>
      language === 'English' || languages.has(language) || [...work, ...epic].some((name) => types.has(name)),
  );
  return {
    work: new Set(all.flatMap(({ work }) => work)),
    epic: new Set(all.flatMap(({ epic }) => epic)),
    subtask: new Set(spoken.flatMap(({ subtask }) => subtask)),
  };
}
