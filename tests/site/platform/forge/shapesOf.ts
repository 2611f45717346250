/** A value that is chosen among values by what something is. */
const CHOSEN = /\bCASE (?!WHEN\b)(?:(?!\b(?:WHEN|CASE)\b).)+(?:WHEN \? THEN \? )+END\b/gi;

/** A text, or a number with its sign where nothing stands before that to be reduced. */
const LITERAL = /'(?:[^']|'')*'|(?:(?<=[(,=]\s*|\bTHEN\s+)-)?\b\d+\b/gi;

/**
 * The shapes of a statement: its text without literals and without the lengths of its lists. Statements of one shape differ only in
 * what they ask for, and a database plans them alike. Each part of a `UNION ALL` is a shape of its own, because it is planned by itself.
 */
export const shapesOf = (query: string): string[] => {
  const plain = withoutChosen(query.replace(LITERAL, '?').replace(/\s+/g, ' '));
  const brackets = new Brackets();
  return parts(brackets.withoutLengths(brackets.fold(plain))).map((part) => brackets.unfold(part.trim()));
};

/** A row's new value is planned alike whether it is chosen by the row or one for all: an update says the one or the other. */
const withoutChosen = (text: string): string => {
  const shorter = /^ ?update\b/i.test(text) ? text.replace(CHOSEN, '?') : text;
  return shorter === text ? text : withoutChosen(shorter);
};

/** Brackets and what they hold, each kept under a short name: with the names in place, a list is one level of text. */
class Brackets {
  private readonly held: string[] = [];

  /** Puts names in the place of brackets, from the inside out; equal brackets get one name. */
  fold(text: string): string {
    const folded = text.replace(/\(([^()]*)\)/g, (_, inner: string) => this.nameOf(this.withoutLengths(inner.trim())));
    return folded === text ? text : this.fold(folded);
  }

  unfold(text: string): string {
    return text.replace(/§(\d+);/g, (_, name: string) => `(${this.unfold(this.held[Number(name)] ?? '')})`);
  }

  /** One level of text, with each list as short as it can be: of equal things, or of alternatives, in whatever order, each once. */
  withoutLengths(level: string): string {
    return parts(level)
      .join(UNION)
      .replace(/§\d+;(?: or §\d+;)+/gi, (list) => this.sorted(list.split(/ or /i)).join(' or '))
      .replace(/(\?|§\d+;)(?: ?, ?\1)+/g, '$1')
      .replace(/(\bWHEN (?:(?!\bWHEN\b|\bEND\b|\bELSE\b).)*?THEN \?)(?: \1)+/gi, '$1');
  }

  private sorted(names: readonly string[]): string[] {
    return [...new Set(names)].sort((one, other) => (this.unfold(one) < this.unfold(other) ? -1 : 1));
  }

  private nameOf(inner: string): string {
    // Brackets around nothing but brackets say nothing.
    if (/^§\d+;$/.test(inner)) return inner;
    const known = this.held.indexOf(inner);
    return `§${known < 0 ? this.held.push(inner) - 1 : known};`;
  }
}

const UNION = ' UNION ALL ';

/** The different parts of a `UNION ALL`. */
const parts = (level: string): string[] => [...new Set(level.split(/ UNION ALL /i))];
