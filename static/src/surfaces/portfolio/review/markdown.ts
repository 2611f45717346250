import type { CheckIn, HistoryEntry, PastPortfolio, Portfolio } from '../../../../../src/contract';
import { NONE, type Format } from '../../../shared/format';
import { asItWas, originInWords } from '../../../shared/past/pastWords';
import type { ThenNow } from '../../../shared/past/thenNow';
import { FORMER_USER } from '../../../shared/people/PersonName';
import { retagsInWords } from '../../../shared/retags/retagWords';
import { FIELD_NAME, healthInWords, titled } from '../../../shared/words';
import { coversOf } from '../explain/coverage';
import { objectiveName } from '../explain/names';
import { FINDING_NAME, objectiveOf, sentenceOf } from '../findings/describe';
import { FORECAST, forecastInWords } from '../figures/forecastWords';
import { countInWords, healthCounts } from '../figures/healthCounts';
import { changesInWords, checkInInWords, essentialCheckIns, VERB } from '../figures/changes';
import { figureRows, objectiveRows, projectRows } from '../past/pastRows';
import { FINDINGS, INDEX_NAME, NONE_ACTIVE, NOTHING_FOUND } from '../words';
import { decisionInWords, decisionsDue } from './decisions';
import { personName } from '../figures/people';
import { activeObjectives, type ReviewPack } from './pack';
import { alignmentChange, earlierInWords, notShown, progressInWords } from './reviewWords';
import { healthSinceInWords, scoreHeads, scoreRows, scoresInWords, turnInWords } from './turnedWords';

/** Text on one line, escaped for Markdown. */
const plain = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>|#~]/g, '\\$&');

const section = (title: string, lines: readonly string[], none: string): string[] => [
  `## ${title}`,
  '',
  ...(lines.length > 0 ? lines : [none]),
  '',
];

const bullets = (head: string, below: readonly string[]): string[] => [
  `- ${plain(head)}`,
  ...below.map((line) => `  - ${plain(line)}`),
];

const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;

function stateLines({ portfolio, review }: ReviewPack, format: Format): string[] {
  const { index, effort } = portfolio;
  const counts = healthCounts(portfolio).map((count) => countInWords(count, format));
  return [
    `- ${INDEX_NAME}: ${index === null ? 'not measurable yet' : `${format.index(index)} of 100`}`,
    `- Alignment of effort: ${effort.alignment === null ? 'no effort in the window' : format.percent(effort.alignment)}. ${alignmentChange(portfolio, review, format)}`,
    ...retagsInWords(portfolio.retags, portfolio.basis.measure, format).map((note) => `  - ${plain(note)}`),
    `- Active objectives: ${counts.join(', ')}`,
  ];
}

function turnedLines({ portfolio, review }: ReviewPack, format: Format): string[] {
  const { then, now: today } = scoreHeads(review, format);
  return [
    ...(review.scores
      ? scoreRows(review.scores, format).map(
          ({ name, then: before, now, change }) =>
            `- ${name}: ${before} on ${then}, ${now} ${today === 'Now' ? 'now' : `on ${today}`} (${change})`,
        )
      : []),
    `- ${plain(scoresInWords(review, format))}`,
    ...review.health.turned.map((turn) => `- ${plain(objectiveName(portfolio, turn.objective))}: ${turnInWords(turn)}`),
    `- ${plain(healthSinceInWords(review, format))}`,
  ];
}

/** The figures of a past day beside today's, by the whole, by project and by objective. */
function pastLines(past: PastPortfolio, portfolio: Portfolio, format: Format): string[] {
  const lines = (rows: readonly ThenNow[]) =>
    rows.map(({ name, then, now, change }) => `- ${plain(name)}: ${then} → ${now} (${change})`);
  return [
    plain(originInWords(past, format)),
    '',
    ...lines(figureRows(past, portfolio, format)),
    ...lines(projectRows(past, portfolio, format)),
    ...lines(objectiveRows(past, portfolio, format)),
  ];
}

function changeLines({ portfolio, review, people }: ReviewPack, format: Format): string[] {
  const who = (author: string | null) => (author === null ? FORMER_USER : personName(people, author));
  const change = (entry: HistoryEntry) =>
    bullets(
      `${format.date(entry.at)}: ${who(entry.author)} ${VERB[entry.kind]} ${titled(entry.objective)}`,
      changesInWords(entry, people, format),
    );
  const checkIn = (one: CheckIn) =>
    bullets(
      `${format.day(one.day)}: ${who(one.author)} checked in on ${objectiveName(portfolio, one.objective)}`,
      checkInInWords(one, portfolio, format),
    );
  const checkIns = essentialCheckIns(review.checkIns);
  const left = review.checkIns.length - checkIns.length;
  return [
    ...review.changes.flatMap(change),
    ...checkIns.flatMap(checkIn),
    ...(left > 0 ? [`- ${earlierInWords(left, format)}`] : []),
    ...(review.changesLeft > 0 ? [`- ${notShown(review.changesLeft, 'changes', format)}`] : []),
    ...(review.checkInsLeft > 0 ? [`- ${notShown(review.checkInsLeft, 'check-ins', format)}`] : []),
  ];
}

function findingLines({ portfolio }: ReviewPack, format: Format): string[] {
  return portfolio.findings.map((finding, at) => {
    const key = objectiveOf(finding.evidence);
    const about = key === null ? '' : `, ${plain(objectiveName(portfolio, key))}`;
    return `${at + 1}. **${FINDING_NAME[finding.evidence.kind]}**${about}: ${plain(sentenceOf(finding, portfolio, format))}`;
  });
}

const decisionLines = ({ portfolio }: ReviewPack, format: Format): string[] =>
  decisionsDue(portfolio).flatMap((decision) =>
    bullets(`${objectiveName(portfolio, decision.objective)}: ${decisionInWords(decision, portfolio, format)}`, []),
  );

function objectiveLines({ portfolio, review, people }: ReviewPack, format: Format): string[] {
  const rows = activeObjectives(portfolio).map((one) =>
    row([
      titled(one.objective),
      one.owner === null ? NONE : personName(people, one.owner),
      one.health === null ? NONE : healthInWords({ ...one, health: one.health }),
      progressInWords(review, one.objective.key, format),
      one.target === null ? NONE : format.day(one.target),
      forecastInWords(one, format),
    ]),
  );
  if (rows.length === 0) return [];
  const head = ['Objective', FIELD_NAME.owner, 'Health', 'Work done', FIELD_NAME.target, FORECAST];
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows];
}

export function reviewMarkdown(pack: ReviewPack, format: Format): string {
  const { basis } = pack.portfolio;
  const since = format.day(pack.review.since);
  return [
    `# Strategy review, ${format.day(basis.to)}`,
    '',
    coversOf(basis, format).join(' '),
    '',
    ...section('State', stateLines(pack, format), ''),
    ...(pack.past ? section(asItWas(pack.past.day, format), pastLines(pack.past, pack.portfolio, format), '') : []),
    ...section(`What turned since ${since}`, turnedLines(pack, format), ''),
    ...section(`What changed since ${since}`, changeLines(pack, format), 'Nothing was changed, and nobody checked in.'),
    ...section(FINDINGS, findingLines(pack, format), NOTHING_FOUND),
    ...section('Decisions due', decisionLines(pack, format), 'None.'),
    ...section('Active objectives', objectiveLines(pack, format), NONE_ACTIVE),
  ].join('\n');
}
