import { screen, within } from '@testing-library/react';
import type { CountedIssues, Retagged } from '../../../../src/contract';
import { createFormat } from '../../../../static/src/shared/format';
import { retagsInWords } from '../../../../static/src/shared/retags/retagWords';
import { asDay } from '../../../domain/days';
import { ok } from '../../support/bridge';
import { noRetags, project } from '../../support/samples';
import { lastAsked, open } from './openProject';

jest.setTimeout(30_000);

/** Of 10 strategic items 6 are aligned, of which 2 late, and all 5 of another project at once. */
const retags: Retagged = {
  late: { units: 3, aligned: 2, run: 1, alignmentWithout: 4 / 11 },
  mass: [
    {
      project: project.project,
      from: asDay('2026-11-10'),
      to: asDay('2026-11-10'),
      review: null,
      units: 25,
      share: 0.3,
      aligned: 20,
      run: 0,
      alignment: 0.6,
      alignmentWithout: 0.4,
    },
  ],
  massTotal: 1,
};
const none: CountedIssues = { issues: [], estimates: [], total: 0, size: 0, next: null, field: null };

describe('when work was linked', () => {
  it('stands beside the alignment of effort, with the alignment without it, and opens to its issues', async () => {
    const user = open({ ...project, retags }, { countedInProject: () => ok(none) });
    const notes = within(await screen.findByRole('region', { name: 'When it was linked' }));
    expect(notes.getAllByRole('listitem').map((note) => note.textContent)).toEqual([
      '2 items linked after the work was done, and 1 item set to Run the business after it was done: without that, alignment 36%',
      '25 work items linked anew on 10 Nov 2026, 30% of the effort: alignment 60%, without them 40%',
    ]);
    await user.click(notes.getByRole('button', { name: /^2 items, Linked after it was done, aligned/ }));
    expect(lastAsked('countedInProject')).toMatchObject({
      counted: { part: 'effort', standing: 'aligned', retags: 'late' },
    });
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Close' }));
    await user.click(notes.getByRole('button', { name: /^25 work items/ }));
    const day = asDay('2026-11-10');
    expect(lastAsked('countedInProject')).toMatchObject({
      counted: { part: 'effort', standing: null, retags: { from: day, to: day } },
    });
  });

  it('says how the alignment without it is computed, and what it does not tell', async () => {
    const user = open({ ...project, retags });
    await user.click(await screen.findByRole('button', { name: /^Alignment without what was linked late: 36%/ }));
    const explained = within(await screen.findByRole('dialog'));
    expect(explained.getByText(/^\(aligned − these\) ÷/)).toBeVisible();
    expect(explained.getByText(/Some may have served another objective before/)).toBeVisible();
  });

  it('says nothing where nothing was linked late or at once', async () => {
    open({ ...project, retags: noRetags });
    await screen.findByRole('region', { name: 'Effort' });
    expect(screen.queryByRole('region', { name: 'When it was linked' })).not.toBeInTheDocument();
  });

  it('reads the same in the review, with the name of the project where the viewer may browse it', () => {
    const [first] = retags.mass;
    const hidden = { ...first!, project: null, review: asDay('2026-11-16'), from: asDay('2026-11-10') };
    const english = createFormat('en-GB', 'UTC');
    expect(retagsInWords({ ...noRetags, mass: [first!, hidden] }, 'items', english)).toEqual([
      '25 work items linked anew on 10 Nov 2026, 30% of the effort of Web shop: alignment 60%, without them 40%',
      '25 work items linked anew in the 7 days up to the review of 16 Nov 2026, 30% of the effort of a project that you cannot browse: alignment 60%, without them 40%',
    ]);
  });
});
