import type { events } from '@forge/bridge';

type Subscribing = ReturnType<typeof events.on>;

/** The clean-up of an effect that subscribed to events. Subscribing is asynchronous, and may fail without harm. */
export const unsubscribe =
  (...subscriptions: readonly Subscribing[]) =>
  (): void => {
    for (const subscribing of subscriptions) {
      void subscribing.then((subscription) => subscription.unsubscribe()).catch(() => undefined);
    }
  };
