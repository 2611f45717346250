import fc from 'fast-check';
import { differences, packedBytes, packNumbers, unpackNumbers } from '../../../src/store/blocks/numbers';

const whole = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 }));

test('what is packed comes out as it was', () => {
  fc.assert(fc.property(fc.array(whole), (numbers) => expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers)));
});

test('small numbers take a byte each, and nothing takes nothing', () => {
  expect(Buffer.from(packNumbers([0, 63, -64]), 'base64')).toHaveLength(3);
  expect(Buffer.from(packNumbers([64, 300]), 'base64')).toEqual(Buffer.from([128, 1, 216, 4]));
  expect([packNumbers([]), unpackNumbers('')]).toEqual(['', []]);
});

test('long lists are deflated, where that makes them shorter', () => {
  const alike = Array.from({ length: 5_000 }, (_, at) => at % 7);
  expect(packNumbers(alike).length).toBeLessThan(200);
  expect(unpackNumbers(packNumbers(alike))).toEqual(alike);
  // What was stored as it is stays legible.
  const plain = Buffer.from(alike.map((number) => 2 * number)).toString('base64');
  expect(unpackNumbers(plain)).toEqual(alike);
  fc.assert(
    fc.property(fc.array(whole, { minLength: 250, maxLength: 600 }), (numbers) => {
      expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
      expect(packNumbers(numbers).length).toBeLessThanOrEqual(4 * Math.ceil(packedBytes(numbers) / 3));
    }),
  );
});

test('differences add up to the numbers again', () => {
  fc.assert(
    fc.property(fc.array(whole), (numbers) => {
      const ascending = [...numbers].sort((a, b) => a - b);
      let sum = 0;
      expect(differences(ascending).map((difference) => (sum += difference))).toEqual(ascending);
    }),
    { examples: [[[3, 5, 5]]] },
  );
});
