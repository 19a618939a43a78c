import { identify } from '../../src/cli/identify.js';
import { projectKnowledge } from '../support/knowledge.js';
import { inMemoryStreams } from './in-memory-streams.js';

const said = async (evidence: string, json: boolean) => {
  const written = inMemoryStreams();
  const code = await identify(evidence, { json }, projectKnowledge(), {
    streams: written.streams,
  } as Parameters<typeof identify>[3]);
  expect(code).toBe(0);
  return written.out;
};

describe('sns identify', () => {
  test('says which card, from what, and how sure that is', async () => {
    expect(await said('PN:apc_hw21_aos_2.5.0.8.bin', false)).toMatch(/^NMC3: .*apc_hw21.* \(confidence A: .*\)\n$/);
    expect(JSON.parse(await said('PN:apc_hw21_aos_2.5.0.8.bin', true))).toMatchObject({ nmc: 'NMC3', confidence: 'A' });
    expect(JSON.parse(await said('AP9644', true))).toMatchObject({ nmc: 'NMC4', confidence: 'B' });
  });

  test('claims no confidence where it does not know', async () => {
    expect(JSON.parse(await said('Galaxy VS', true))).toMatchObject({ nmc: 'unknown', confidence: null });
    expect(await said('Galaxy VS', false)).not.toContain('confidence');
  });
});
