import { YARDSTICK } from './labelled.js';

test("the rules' own words say which outcomes are cover, which hold for a visit, and which go by the class alone", () => {
  expect(YARDSTICK.covering).toEqual(['included', 'covered-by-plan']);
  expect([...YARDSTICK.atVisit]).toEqual(['covered-by-visit']);
  expect([...YARDSTICK.byClass]).toEqual(['not-eligible-product']);
  expect(YARDSTICK.planIds).toContain('dce');
});
