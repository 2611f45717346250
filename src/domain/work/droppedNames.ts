/**
 * Names that mean dropped unless an admin decides otherwise: English ones that people use, and what Jira itself calls
 * four of its resolutions in each language of its interface. A language has several forms of each, because Jira's
 * translations changed over the years, differ between its products, and agree with the word for issue or task.
 */

/** Names separated by bars. */
const list = (names: string): readonly string[] => names.split(' | ');

/** English names of resolutions. */
const RESOLUTIONS = list(
  "Won't Do | Won't Fix | Duplicate | Cannot Reproduce | Declined | Incomplete | Invalid | Not a Bug | Not Our Bug | Obsolete | Abandoned | Needs more info | Hold | Cancelled | Canceled | Rejected | Withdrawn",
);

/** English names of statuses. */
const STATUSES = list(
  "Cancelled | Canceled | Rejected | Declined | Won't Do | Won't Fix | Duplicate | Obsolete | Abandoned | Withdrawn",
);

/** Jira's Won't Do, Duplicate, Cannot Reproduce and Declined in one language. */
type Translation = { wontDo: string; duplicate: string; cannotReproduce: string; declined: string };

/** By language tag. */
const TRANSLATIONS: Record<string, Translation> = {
  cs: {
    wontDo: 'Nebude provedeno | Nebude se dělat | Neprovede se | Neudělá se | Nebude řešeno | Neprovádět',
    duplicate: 'Duplikát | Duplicitní | Duplicita',
    cannotReproduce: 'Nelze reprodukovat | Nelze zreprodukovat | Nereprodukovatelné | Nelze zopakovat',
    declined: 'Odmítnuto | Odmítnutý | Zamítnuto | Zamítnutý',
  },
  da: {
    wontDo: 'Vil ikke gøre | Vil ikke blive gjort | Vil ikke blive udført | Udføres ikke | Gøres ikke | Laves ikke',
    duplicate: 'Duplikat | Dublet | Dubleret | Duplikeret',
    cannotReproduce: 'Kan ikke reproduceres | Kan ikke genskabes | Kan ikke reproducere | Kan ikke genskabe',
    declined: 'Afvist | Afslået',
  },
  de: {
    wontDo:
      'Wird nicht erledigt | Wird nicht ausgeführt | Wird nicht durchgeführt | Wird nicht bearbeitet | Wird nicht gemacht | Wird nicht umgesetzt | Nicht erledigen | Nicht zu erledigen | Nicht ausführen',
    duplicate: 'Duplikat | Doppelt | Dublette | Duplizieren',
    cannotReproduce: 'Kann nicht reproduziert werden | Nicht reproduzierbar | Lässt sich nicht reproduzieren',
    declined: 'Abgelehnt | Verworfen | Zurückgewiesen',
  },
  es: {
    wontDo:
      'No se hará | No se realizará | No se va a hacer | No hacer | No lo haré | No se resolverá | No se llevará a cabo',
    duplicate: 'Duplicado | Duplicada | Duplicar',
    cannotReproduce: 'No se puede reproducir | No reproducible | Imposible de reproducir | Imposible reproducir',
    declined: 'Rechazado | Rechazada | Declinado | Declinada | Denegado | Denegada',
  },
  et: {
    wontDo: 'Ei tehta | Ei teostata | Ei kavatse teha | Ei tee | Ei lahendata',
    duplicate: 'Duplikaat | Dubleeritud | Dubleeriv | Topelt',
    cannotReproduce:
      'Ei saa reprodutseerida | Ei saa taasesitada | Ei õnnestu korrata | Pole reprodutseeritav | Ei ole korratav',
    declined: 'Tagasi lükatud | Keeldutud | Tagasilükatud',
  },
  fi: {
    wontDo: 'Ei tehdä | Ei toteuteta | Ei suoriteta | Ei aiota tehdä | Ei korjata',
    duplicate: 'Kaksoiskappale | Duplikaatti | Kaksoiskappaleet | Tuplakappale | Kopio',
    cannotReproduce:
      'Ei voida toistaa | Ei toistettavissa | Ei voi toistaa | Ei pystytä toistamaan | Ei voida jäljentää',
    declined: 'Hylätty | Kieltäydytty | Evätty',
  },
  fr: {
    wontDo:
      'Ne sera pas fait | Ne sera pas effectué | Ne sera pas réalisé | Ne sera pas traité | Ne sera pas exécuté | Ne pas faire | Ne fera pas | À ne pas faire',
    duplicate: 'Doublon | Dupliqué | Dupliquée | Duplication | Duplicata | Dupliquer | En double',
    cannotReproduce:
      'Impossible à reproduire | Impossible de reproduire | Ne peut pas être reproduit | Ne peut être reproduit | Non reproductible | Reproduction impossible',
    declined: 'Refusé | Refusée | Décliné | Déclinée | Rejeté | Rejetée',
  },
  hu: {
    wontDo:
      'Nem lesz elvégezve | Nem lesz megcsinálva | Nem végezzük el | Nem fogjuk megcsinálni | Nem készül el | Nem hajtjuk végre',
    duplicate: 'Ismétlődő | Duplikátum | Duplikált | Másodpéldány | Ismétlődés',
    cannotReproduce: 'Nem reprodukálható | Nem lehet reprodukálni | Nem előidézhető | Nem ismételhető meg',
    declined: 'Elutasítva | Elutasított | Visszautasítva',
  },
  is: {
    wontDo: 'Verður ekki gert | Ekki gert | Mun ekki gera | Verður ekki framkvæmt | Gera ekki',
    duplicate: 'Afrit | Tvítekning | Tvítekið | Tvírit',
    cannotReproduce:
      'Ekki hægt að endurskapa | Ekki hægt að endurtaka | Get ekki endurskapað | Ekki hægt að líkja eftir',
    declined: 'Hafnað | Synjað',
  },
  it: {
    wontDo:
      'Non verrà eseguito | Non sarà eseguito | Non verrà fatto | Non sarà fatto | Non verrà svolto | Non verrà eseguita | Non fare | Da non fare',
    duplicate: 'Duplicato | Duplicata | Doppione | Duplica',
    cannotReproduce:
      'Impossibile riprodurre | Non riproducibile | Non può essere riprodotto | Impossibile da riprodurre | Non è possibile riprodurre',
    declined: 'Rifiutato | Rifiutata | Respinto | Respinta | Declinato | Declinata',
  },
  ja: {
    wontDo: '実行しない | 対応しない | 対応しません | 行わない | 実施しない | 実行しません | やらない | 修正しない',
    duplicate: '重複 | 重複している | 重複しています | 複製',
    cannotReproduce: '再現できません | 再現できない | 再現不可 | 再現不能 | 再現せず',
    declined: '却下 | 拒否 | 却下済み | 拒否済み | 却下されました | 拒否されました | 辞退',
  },
  ko: {
    wontDo:
      '하지 않음 | 하지 않을 것임 | 수행하지 않음 | 수행 안 함 | 실행하지 않음 | 작업하지 않음 | 진행하지 않음 | 처리하지 않음 | 안 함',
    duplicate: '중복 | 중복됨 | 중복 항목 | 복제',
    cannotReproduce: '재현할 수 없음 | 재현 불가 | 재현 불가능 | 재현 안 됨 | 재현되지 않음',
    declined: '거절됨 | 거부됨 | 거절 | 거부 | 반려 | 반려됨',
  },
  nb: {
    wontDo:
      'Blir ikke gjort | Vil ikke bli gjort | Vil ikke gjøre | Vil ikke bli utført | Utføres ikke | Gjøres ikke | Skal ikke gjøres',
    duplicate: 'Duplikat | Dupliser | Duplisert | Dublett',
    cannotReproduce:
      'Kan ikke reproduseres | Kan ikke reprodusere | Kan ikke gjenskapes | Kan ikke gjenskape | Ikke reproduserbar',
    declined: 'Avslått | Avvist | Avslå',
  },
  nl: {
    wontDo:
      'Wordt niet gedaan | Zal niet worden gedaan | Zal niet doen | Niet doen | Wordt niet uitgevoerd | Zal niet worden uitgevoerd | Gaat niet door | Niet uitvoeren',
    duplicate: 'Duplicaat | Dubbel | Dupliceren | Gedupliceerd',
    cannotReproduce:
      'Kan niet reproduceren | Kan niet worden gereproduceerd | Niet reproduceerbaar | Niet te reproduceren | Kan niet gereproduceerd worden',
    declined: 'Geweigerd | Afgewezen | Afgekeurd',
  },
  pl: {
    wontDo:
      'Nie zostanie zrobione | Nie zostanie wykonane | Nie będzie zrobione | Nie będzie wykonane | Nie do zrobienia | Nie zostanie zrealizowane | Nie rób | Nie zrobię',
    duplicate: 'Duplikat | Zduplikowane | Zduplikowany | Powielone | Duplikuj',
    cannotReproduce:
      'Nie można odtworzyć | Nie da się odtworzyć | Nie można powtórzyć | Nieodtwarzalne | Nie można zreprodukować',
    declined: 'Odrzucone | Odrzucono | Odrzucony | Odmówiono | Odmowa',
  },
  'pt-BR': {
    wontDo:
      'Não será feito | Não será realizado | Não será executado | Não vai ser feito | Não fazer | Não farei | Não vou fazer | Não será resolvido',
    duplicate: 'Duplicado | Duplicada | Duplicata | Duplicar | Duplicidade',
    cannotReproduce:
      'Não é possível reproduzir | Não foi possível reproduzir | Não pode ser reproduzido | Não reproduzível | Impossível reproduzir | Não reproduz',
    declined: 'Recusado | Recusada | Rejeitado | Rejeitada | Negado | Negada',
  },
  'pt-PT': {
    wontDo:
      'Não será efetuado | Não será efectuado | Não irá ser feito | Não se fará | A não fazer | Não irá ser realizado',
    duplicate: 'Duplicado | Duplicada | Duplicação',
    cannotReproduce:
      'Não é possível reproduzir | Impossível de reproduzir | Não se consegue reproduzir | Não consigo reproduzir',
    declined: 'Recusado | Recusada | Rejeitado | Declinado | Declinada',
  },
  ro: {
    wontDo:
      'Nu se va face | Nu va fi făcut | Nu va fi efectuat | Nu se va efectua | Nu va fi realizat | Nu se va realiza | Nu se face',
    duplicate: 'Duplicat | Dublură | Duplicată | Dublat',
    cannotReproduce:
      'Nu se poate reproduce | Nu poate fi reprodus | Imposibil de reprodus | Nereproductibil | Nu poate fi reprodusă',
    declined: 'Respins | Respinsă | Refuzat | Refuzată | Declinat',
  },
  ru: {
    wontDo:
      'Не будет выполнено | Не будет сделано | Не будет выполняться | Не выполнять | Не делать | Не будет исправлено | Не будет выполнена | Не будем делать',
    duplicate: 'Дубликат | Дублирование | Повтор | Дублирует | Дубль',
    cannotReproduce:
      'Не воспроизводится | Невозможно воспроизвести | Не удается воспроизвести | Не удаётся воспроизвести | Не удалось воспроизвести | Не воспроизведено | Воспроизвести невозможно',
    declined: 'Отклонено | Отклонен | Отклонён | Отклонена | Отказано',
  },
  sk: {
    wontDo:
      'Nebude vykonané | Nebude sa robiť | Neurobí sa | Nevykoná sa | Nebude urobené | Nebude sa riešiť | Nerobiť',
    duplicate: 'Duplikát | Duplicitné | Duplicitný | Duplicita',
    cannotReproduce:
      'Nedá sa reprodukovať | Nie je možné reprodukovať | Nemožno reprodukovať | Nemožno zreprodukovať | Nereprodukovateľné',
    declined: 'Odmietnuté | Odmietnutý | Zamietnuté | Zamietnutý',
  },
  sv: {
    wontDo:
      'Kommer inte att göras | Kommer ej att göras | Görs inte | Görs ej | Kommer inte att utföras | Utförs inte | Ska inte göras | Gör inte',
    duplicate: 'Dubblett | Duplikat | Dubbel | Duplicera | Kopia',
    cannotReproduce:
      'Kan inte återskapas | Kan inte återskapa | Kan ej återskapas | Kan inte reproduceras | Kan inte reproducera | Går inte att återskapa | Går ej att återskapa',
    declined: 'Avböjd | Avböjt | Nekad | Nekat | Avvisad | Avvisat | Avslagen | Avslaget',
  },
  th: {
    wontDo: 'จะไม่ทำ | ไม่ทำ | จะไม่ดำเนินการ | ไม่ดำเนินการ | จะไม่แก้ไข',
    duplicate: 'ซ้ำ | ซ้ำกัน | ทำซ้ำ | รายการซ้ำ',
    cannotReproduce: 'ไม่สามารถทำซ้ำได้ | ไม่สามารถทำซ้ำ | ทำซ้ำไม่ได้ | ไม่สามารถจำลองได้ | ไม่สามารถสร้างซ้ำได้',
    declined: 'ปฏิเสธ | ถูกปฏิเสธ | ปฏิเสธแล้ว',
  },
  tr: {
    wontDo: 'Yapılmayacak | Yapmayacak | Gerçekleştirilmeyecek | Yapılmaz | Tamamlanmayacak | Düzeltilmeyecek',
    duplicate: 'Yinelenen | Yinelenmiş | Kopya | Çoğaltılmış | Mükerrer | Tekrarlanan | Tekrar',
    cannotReproduce:
      'Yeniden oluşturulamıyor | Yeniden üretilemiyor | Tekrar oluşturulamıyor | Yeniden oluşturulamadı | Tekrarlanamıyor | Tekrar edilemiyor | Yeniden üretilemedi',
    declined: 'Reddedildi | Reddedilen | Geri çevrildi',
  },
  uk: {
    wontDo:
      'Не буде виконано | Не буде зроблено | Не виконуватиметься | Не виконувати | Не робити | Не буде виправлено | Не робитиметься',
    duplicate: 'Дублікат | Дублювання | Повтор | Дубль',
    cannotReproduce:
      'Не відтворюється | Неможливо відтворити | Не вдається відтворити | Не вдалося відтворити | Відтворити неможливо',
    declined: 'Відхилено | Відхилений | Відхилена | Відмовлено',
  },
  vi: {
    wontDo: 'Sẽ không làm | Không làm | Sẽ không thực hiện | Không thực hiện | Sẽ không xử lý',
    duplicate: 'Trùng lặp | Bản sao | Trùng | Bị trùng | Nhân bản',
    cannotReproduce:
      'Không thể tái hiện | Không thể tái tạo | Không tái hiện được | Không thể tái lập | Không thể mô phỏng lại',
    declined: 'Bị từ chối | Đã từ chối | Từ chối',
  },
  'zh-CN': {
    wontDo: '不做 | 不会做 | 不会执行 | 不执行 | 不予处理 | 不处理 | 将不会做 | 无需处理 | 不会处理 | 不进行',
    duplicate: '重复 | 重复的 | 重复项 | 重复问题 | 副本',
    cannotReproduce: '无法重现 | 无法再现 | 不能重现 | 无法复现 | 不可重现 | 不能再现',
    declined: '已拒绝 | 拒绝 | 被拒绝 | 已谢绝 | 已婉拒',
  },
  'zh-TW': {
    wontDo: '不做 | 不會做 | 不會執行 | 不執行 | 不予處理 | 不處理 | 將不會執行 | 無需處理 | 不會處理 | 不進行',
    duplicate: '重複 | 重複的 | 重複項目 | 重複問題 | 複本',
    cannotReproduce: '無法重現 | 無法再現 | 不能重現 | 無法複製 | 無法重製',
    declined: '已拒絕 | 拒絕 | 被拒絕 | 已婉拒 | 已謝絕',
  },
};

const translated = Object.values(TRANSLATIONS);
const wontDo = translated.flatMap((names) => list(names.wontDo));
const others = translated.flatMap(({ duplicate, cannotReproduce, declined }) =>
  [duplicate, cannotReproduce, declined].flatMap(list),
);

/** The names of resolutions and of statuses that mean dropped by default. */
export const DROPPED_NAMES = {
  resolution: [...RESOLUTIONS, ...wontDo, ...others],
  status: [...STATUSES, ...wontDo],
} as const;
