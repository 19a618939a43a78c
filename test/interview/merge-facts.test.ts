import type { Facts } from '../../src/domain/facts.js';
import { mergeFacts } from '../../src/interview/merge-facts.js';
import type { DeviceState } from '../../src/interview/state.js';

const told = (...said: readonly Readonly<Record<string, string>>[]) =>
  said.reduce<DeviceState>((device, facts) => mergeFacts(device, facts as Facts), { facts: {}, declined: [] }).facts;

describe('what is said of a contract', () => {
  test('stays where its plan is named after its dates', () => {
    expect(told({ contractStart: '2026-06-01', contractEnd: '2027-05-31' }, { plan: 'advantage-plus' })).toEqual({
      contractStart: '2026-06-01',
      contractEnd: '2027-05-31',
      plan: 'advantage-plus',
    });
  });

  test('stays where a contract without a name gets one', () => {
    expect(told({ plan: 'other', contractStart: '2026-06-01' }, { plan: 'ecocare' })).toEqual({
      plan: 'ecocare',
      contractStart: '2026-06-01',
    });
  });

  test('goes with the contract where there is none after all', () => {
    expect(told({ plan: 'other', contractStart: '2026-06-01' }, { plan: 'none' })).toEqual({ plan: 'none' });
  });

  test('goes where another plan takes its place', () => {
    expect(told({ plan: 'ecocare', contractStart: '2026-06-01' }, { plan: 'advantage-plus' })).toEqual({
      plan: 'advantage-plus',
    });
  });
});
