import { textIndex, wordsOf } from '../../../static/src/shared/suggestions/textIndex';

describe('the words of a text', () => {
  test.each([
    ['Checkout: pay by card', ['Checkout', 'pay', 'by', 'card']],
    ['checkoutPage.onLoad fails', ['checkout', 'Page', 'on', 'Load', 'fails']],
    ['Zahlung über Kreditkarte', ['Zahlung', 'über', 'Kreditkarte']],
    ['a – b', []],
    ['', []],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));

  test('of a script without spaces', () => {
    expect(wordsOf('支払い方法').length).toBeGreaterThan(0);
  });
});

describe('an index of texts', () => {
  const index = textIndex();
  index.add('card', 'Payment by card');
  index.add('later', 'Paying later');
  index.add('shoes', 'Filtering shoes by colour');

  test('finds those with words in common, the most alike with the highest score', () => {
    const found = index.like('Card payments in the shop');
    expect([...found.keys()]).toEqual(['card']);
    expect(found.get('card')?.words.sort()).toEqual(['Card', 'payments']);
  });

  test('knows words by their beginning, whatever their case and accents', () => {
    expect(index.like('filtered')?.get('shoes')?.words).toEqual(['filtered']);
    expect(index.like('CÓLOUR').has('shoes')).toBe(true);
  });

  test('scores rare words above common ones', () => {
    const found = index.like('by card');
    expect(found.get('card')?.score).toBeGreaterThan(found.get('shoes')?.score ?? Infinity);
  });

  test('finds nothing for what shares no word', () => {
    expect(index.like('invoice').size).toBe(0);
    expect(index.like('').size).toBe(0);
  });
});
