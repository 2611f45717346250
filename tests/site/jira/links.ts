import type { Clock } from '../clock';
import type { Access } from './access';
import type { Catalogue } from './catalogue';
import type { Announcer, LinkEvent } from './events';
import type { IssueStore } from './issueStore';
import type { Issue, IssueLink, Named } from './model';

/** The parts of the site that this needs. */
type Held = {
  readonly clock: Clock;
  readonly access: Access;
  readonly issues: IssueStore;
  readonly catalogue: Catalogue;
  issue(idOrKey: string): Issue;
};

/** Links issues to each other. Both are changed by it, but Jira tells of the link alone. */
export class Links {
  private made = 0;

  constructor(
    private readonly site: Held,
    private readonly announcer: Announcer,
  ) {}

  /** Links one issue to another. A link of this type from the one to the other stays as it is. */
  link(type: string, from: string, to: string): void {
    const [source, destination] = [this.site.issue(from), this.site.issue(to)];
    const named = this.site.catalogue.linkTypes.named(type);
    if (source.id === destination.id || linkOf(source, destination, named)) return;
    this.made += 1;
    const link = { id: String(this.made), type: named };
    this.put(source, [...source.links, { ...link, outward: true, to: destination.id }]);
    this.put(destination, [...destination.links, { ...link, outward: false, to: source.id }]);
    this.raise('created', link, source, destination);
  }

  /** Removes a link. */
  unlink(type: string, from: string, to: string): void {
    const [source, destination] = [this.site.issue(from), this.site.issue(to)];
    const link = linkOf(source, destination, this.site.catalogue.linkTypes.named(type));
    if (!link) return;
    for (const end of [source, destination])
      this.put(
        end,
        end.links.filter(({ id }) => id !== link.id),
      );
    this.raise('deleted', link, source, destination);
  }

  private put(issue: Issue, links: readonly IssueLink[]): void {
    this.site.issues.replace(issue, { ...issue, links, updated: this.site.clock.now() });
  }

  /** Raises an event if the app may see both issues. */
  private raise(
    what: 'created' | 'deleted',
    { id, type }: Pick<IssueLink, 'id' | 'type'>,
    from: Issue,
    to: Issue,
  ): void {
    if (![from, to].every((issue) => this.site.access.maySee({ kind: 'app' }, issue))) return;
    const event: LinkEvent = {
      eventType: `avi:jira:${what}:issuelink`,
      ...{ id, sourceIssueId: from.id, destinationIssueId: to.id, issueLinkType: type, selfGenerated: false },
    };
    this.announcer.tell(event);
  }
}

const linkOf = (source: Issue, destination: Issue, type: Named): IssueLink | undefined =>
  source.links.find((link) => link.outward && link.to === destination.id && link.type.id === type.id);
