import type { DemoProject } from '../project';

export const marketing: DemoProject = {
  key: 'MKT',
  name: 'Marketing',
  people: ['marketer', 'designer', 'productManager'],
  estimate: 'storyPointEstimate',
  versions: [
    { name: 'Back to school', released: true },
    { name: 'Harvest weeks', released: false },
  ],
  themes: [
    {
      epic: 'Offers made for one person',
      serves: 'OBJ-11',
      component: 'Offers',
      stories: [
        'Group customers by what they buy together',
        'Offer a refill before the pack is empty',
        'Stop mails about things already bought',
        'Measure what an offer earned, not what it sold',
        'Ask for consent in plain words',
      ],
    },
    {
      epic: 'Ask, listen, answer',
      serves: 'OBJ-3',
      component: 'Research',
      stories: [
        'Send the one-question survey after a collection',
        'Thank people who recommend us',
        'Publish what we changed because of feedback',
      ],
    },
    {
      epic: 'Loyalty card launch',
      serves: 'OBJ-13',
      component: 'Loyalty',
      stories: [
        'Design the card for the wallet app',
        'Welcome gift for the first thousand members',
        'Posters for the launch week',
        'Extend the welcome gift to the autumn',
      ],
    },
    {
      epic: 'Seasonal brochures',
      serves: null,
      component: 'Print',
      stories: [
        'Photograph the garden furniture',
        'Agree on the cover with the buyers',
        'Lay out the barbecue spread',
        'Proofread the price pages',
        'Book the printing slot for October',
        'Count returns of the summer brochure',
      ],
    },
    {
      epic: 'City marathon sponsoring',
      serves: null,
      component: 'Events',
      stories: [
        'Order shirts for the volunteers',
        'Plan the stand at kilometre twelve',
        'Write the speech for the opening',
        'Invite the regional press',
        'Choose a bottle supplier',
        'Clear the insurance for the stand',
      ],
    },
    {
      epic: 'A presence on every platform',
      serves: null,
      component: 'Social',
      stories: [
        'Short clips from the warehouse',
        'Reply to comments in the evening too',
        'Find a voice for the new channel',
        'Weekly recipe with the deli counter',
        'Archive last year’s campaigns',
        'Clean up the old picture boards',
      ],
    },
    {
      epic: 'Agency and budget routine',
      serves: 'RUN',
      component: 'Office',
      stories: [
        'Close the books of the second quarter',
        'Renew the agency contract',
        'Check media invoices',
        'Update the brand library',
      ],
    },
  ],
  faults: ['Wrong price printed', 'Link leads nowhere', 'Old logo shown', 'Sender name cut off'],
  places: ['in the weekly newsletter', 'on the bus shelter posters', 'in the autumn flyer', 'on the store radio page'],
  bugs: 10,
  bugsRun: 0.05,
};
