import type { DemoProject } from '../project';

export const stores: DemoProject = {
  key: 'STO',
  name: 'Stores',
  people: ['storeLead', 'tillEngineer', 'designer'],
  estimate: 'storyPoints',
  versions: [
    { name: 'Wave 1', released: true },
    { name: 'Wave 2', released: false },
  ],
  themes: [
    {
      epic: 'Collection points',
      serves: 'OBJ-7',
      component: 'Front of house',
      stories: [
        'Build the collection counter in twelve stores',
        'Train the morning shift on collections',
        'Signs from the car park to the counter',
        'Cool boxes for chilled orders',
        'Hand over an order in under a minute',
        'Keep the counter open until closing time',
      ],
    },
    {
      epic: 'Service people talk about',
      serves: 'OBJ-2',
      component: 'People',
      stories: [
        'Greet, ask, guide: a day of training',
        'A tablet for every department lead',
        'Let the floor staff settle complaints up to fifty',
        'Morning round on what customers asked yesterday',
        'Name badges that can be read',
      ],
    },
    {
      epic: 'Count stock while shopping hours run',
      serves: 'OBJ-9',
      component: 'Back of house',
      stories: ['Count one aisle a day', 'Handheld scanners for the stock room', 'Mark damaged goods at once'],
    },
    {
      epic: 'Same-day delivery pilot',
      serves: 'OBJ-12',
      component: 'Delivery',
      stories: ['Find two couriers for the pilot', 'Pack orders by three o’clock', 'Price the delivery slot'],
    },
    {
      epic: 'Refit of the flagship store',
      serves: null,
      component: 'Buildings',
      stories: [
        'Choose the floor for the entrance',
        'New shelves for the bakery',
        'Move the flower stand',
        'Light plan for the first floor',
        'Ask the neighbours about the loading bay',
        'Café corner by the windows',
        'Paint the staircase',
      ],
    },
    {
      epic: 'Rosters and shifts',
      serves: 'RUN',
      component: 'People',
      stories: [
        'Summer holiday cover',
        'New roster tool for team leads',
        'Yearly safety briefing',
        'Renew first-aid certificates',
      ],
    },
    {
      epic: 'Local ideas',
      serves: null,
      component: 'Front of house',
      stories: [
        'Book exchange at the entrance',
        'Dog parking in the shade',
        'Recycling corner for batteries',
        'Story hour for children',
        'Umbrellas to borrow',
      ],
    },
  ],
  faults: ['Door sensor sticks', 'Price tags fall off', 'Handheld loses its login', 'Trolley lock jams'],
  places: ['in the stock room', 'at the side entrance', 'in the garden centre', 'next to the fridges'],
  bugs: 12,
  bugsRun: 0.5,
};
