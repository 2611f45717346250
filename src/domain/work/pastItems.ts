import type { CountedItem } from './blockFigures';
import type { Outcome } from './workItem';

/** A work item as far as counting a past day needs it. `tag`: an objective's key or `RUN`; people are numbers. */
export type PastItem = Pick<CountedItem, 'id' | 'level' | 'outcome' | 'estimate' | 'created' | 'ended' | 'assignee'> & {
  project: number;
  parent: number | null;
  /** of an objective its own key */
  tag: string | null;
  isObjective: boolean;
  /** key of the objective that a link joins it to, which may be none any more */
  link: string | null;
};

/** What stands for no number. No id, day or estimate is so low. */
const NONE = -(2 ** 31);
const FIRST_PLACES = 1024;

type Numbers = Int8Array | Int32Array | Float64Array;

/** Numbers, or none, in as many bytes as their kind takes. */
class Column {
  private values: Numbers;
  private length = 0;

  constructor(private readonly make: (places: number) => Numbers) {
    this.values = make(FIRST_PLACES);
  }

  push(value: number | null): void {
    if (this.length === this.values.length) {
      const grown = this.make(Math.ceil(1.5 * this.length));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length] = value ?? NONE;
    this.length += 1;
  }

  /** of a place that holds a number */
  number(at: number): number {
    return this.values[at] ?? NONE;
  }

  at(at: number): number | null {
    const value = this.number(at);
    return value === NONE ? null : value;
  }
}

const OUTCOMES = ['todo', 'doing', 'done', 'dropped'] as const satisfies readonly Outcome[];

const small = (): Column => new Column((places) => new Int8Array(places));
const whole = (): Column => new Column((places) => new Int32Array(places));
const long = (): Column => new Column((places) => new Float64Array(places));

/**
 * Many work items, in columns of numbers: a million take some 65 MB, and as objects four times as much, which a
 * function does not have. They are found by id: those added in ascending order by bisection, others by a map.
 */
export class PastItems {
  private readonly columns = {
    id: long(),
    project: whole(),
    level: small(),
    outcome: small(),
    created: whole(),
    parent: long(),
    estimate: long(),
    tag: whole(),
    isObjective: small(),
    link: whole(),
    ended: whole(),
    assignee: whole(),
  };
  private readonly tags: string[] = [];
  private readonly tagPlaces = new Map<string, number>();
  private readonly others = new Map<number, number>();
  private inOrder = 0;
  /** how many there are */
  length = 0;

  static of(items: Iterable<PastItem>): PastItems {
    const all = new PastItems();
    for (const item of items) all.add(item);
    return all;
  }

  /** Adds an item that is not among them. */
  add({ id, tag, link, outcome, ...item }: PastItem): void {
    const isNext = this.others.size === 0 && (this.length === 0 || id > this.columns.id.number(this.length - 1));
    if (isNext) this.inOrder += 1;
    else this.others.set(id, this.length);
    const { columns } = this;
    columns.id.push(id);
    columns.project.push(item.project);
    columns.level.push(item.level);
    columns.outcome.push(OUTCOMES.indexOf(outcome));
    columns.created.push(item.created);
    columns.parent.push(item.parent);
    columns.estimate.push(item.estimate);
    columns.tag.push(tag === null ? null : this.tagPlace(tag));
    columns.isObjective.push(item.isObjective ? 1 : 0);
    columns.link.push(link === null ? null : this.tagPlace(link));
    columns.ended.push(item.ended);
    columns.assignee.push(item.assignee);
    this.length += 1;
  }

  has(id: number): boolean {
    return this.placeOf(id) !== undefined;
  }

  get(id: number): PastItem | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.at(place);
  }

  *[Symbol.iterator](): Generator<PastItem> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place);
  }

  private at(place: number): PastItem {
    const { columns, tags } = this;
    const [tag, link] = [columns.tag.at(place), columns.link.at(place)];
    return {
      id: columns.id.number(place),
      project: columns.project.number(place),
      level: columns.level.number(place),
      outcome: OUTCOMES[columns.outcome.number(place)] ?? 'todo',
      created: columns.created.number(place),
      parent: columns.parent.at(place),
      estimate: columns.estimate.at(place),
      tag: tag === null ? null : (tags[tag] ?? null),
      isObjective: columns.isObjective.number(place) === 1,
      link: link === null ? null : (tags[link] ?? null),
      ended: columns.ended.at(place),
      assignee: columns.assignee.at(place),
    };
  }

  private tagPlace(tag: string): number {
    const known = this.tagPlaces.get(tag);
    if (known !== undefined) return known;
    this.tagPlaces.set(tag, this.tags.length);
    return this.tags.push(tag) - 1;
  }

  private placeOf(id: number): number | undefined {
    let [from, to] = [0, this.inOrder];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.columns.id.number(middle) < id) from = middle + 1;
      else to = middle;
    }
    return from < this.inOrder && this.columns.id.number(from) === id ? from : this.others.get(id);
  }
}
