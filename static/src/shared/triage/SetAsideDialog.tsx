import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import {
  DEFERRAL_DAYS,
  DEFERRAL_REASONS,
  type DeferralDays,
  type DeferralReason,
} from '../../../../src/domain/work/deferral';
import { FormDialog } from '../dialog/FormDialog';
import { FormField } from '../form/FormField';
import { SelectOne } from '../form/SelectOne';
import { useFormat } from '../host';
import { Switch } from '../Switch';
import type { Undecided } from './groups';
import { DEFERRAL_NAME } from './groupWords';
import { isRefused, refusals } from './refusals';
import { useSetAside } from './useSetAside';

type Props = {
  units: readonly Undecided[];
  /** of the group */
  name: string;
  onClose: () => void;
};

/** Sets a group aside: for how long, and why. Stays open where some of it may not be, and says so. */
export function SetAsideDialog({ units, name, onClose }: Props) {
  const format = useFormat();
  const setAside = useSetAside();
  const [reason, setReason] = useState<DeferralReason>('waiting');
  const [days, setDays] = useState<DeferralDays>(30);
  const refused = refusals(setAside.data ?? [], units, format);
  const stay = setAside.data?.filter(isRefused).length ?? 0;
  return (
    <FormDialog
      title={`Set ${name} aside`}
      onClose={onClose}
      action="Set aside"
      isBusy={setAside.isPending}
      failure={setAside.error}
      onSubmit={() =>
        setAside.mutate(
          { ids: units.map(({ id }) => id), deferral: { reason, days } },
          { onSuccess: (results) => !results.some(isRefused) && onClose() },
        )
      }
    >
      <p className="subtle">
        {format.units(units.length)} leave this list for a while. They stay in all figures, and anybody who may edit
        them can bring them back.
      </p>
      <FormField label="Why">
        {(control) => (
          <SelectOne
            {...control}
            options={DEFERRAL_REASONS.map((value) => ({ value, label: DEFERRAL_NAME[value] }))}
            value={reason}
            onChange={(value) => value && setReason(value)}
          />
        )}
      </FormField>
      <Switch
        label="For"
        options={DEFERRAL_DAYS.map((value) => ({ value, name: format.days(value) }))}
        value={days}
        onChange={setDays}
      />
      <div role="status">
        {stay > 0 && (
          <SectionMessage
            appearance="warning"
            title={`Not set aside: ${format.number(stay)} of ${format.units(units.length)}`}
          >
            {refused.map((why) => (
              <p key={why}>{why}</p>
            ))}
          </SectionMessage>
        )}
      </div>
    </FormDialog>
  );
}
