import { EmptyList } from '../../../shared/EmptyList';
import { RouteLink } from '../routing/RouteLink';

export const NoSuchPage = () => (
  <EmptyList title="There is no such page">
    <p>
      The address may be mistyped, or from before a change. <RouteLink to="/">Go to the overview</RouteLink>
    </p>
  </EmptyList>
);
