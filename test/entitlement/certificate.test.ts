import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { certificateOf } from '../../src/interview/verify/certificate.js';
import { projectKnowledge } from '../support/knowledge.js';

interface Kept {
  readonly combinations: number;
  readonly cases: Readonly<Record<string, number>>;
  readonly hash: string;
}

const FILE = 'test/cases/rules-certificate.yaml';
const kept: Kept = parse(readFileSync(join(__dirname, '../..', FILE), 'utf8'));

describe('the certificate of the rules', () => {
  const certificate = certificateOf(projectKnowledge());

  test('holds: every check, over every combination of facts', () => {
    expect(certificate.checks.filter((check) => check.against !== null)).toEqual([]);
    expect(certificate.holds).toBe(true);
  });

  test(`is the one that is kept in ${FILE}`, () => {
    const { combinations, checks, hash } = certificate;
    const now: Kept = {
      combinations,
      cases: Object.fromEntries(checks.map((check) => [check.id, check.cases])),
      hash: hash ?? '',
    };
    if (JSON.stringify(now) === JSON.stringify(kept)) return;
    const lines = [
      `combinations: ${now.combinations}`,
      'cases:',
      ...Object.entries(now.cases).map(([id, cases]) => `  ${id}: ${cases}`),
      `hash: ${now.hash}`,
    ];
    throw new Error(
      `The rules, or what is decided by them, are other than when ${FILE} was written.\n` +
        'If that is not meant, look at what was changed in knowledge/entitlement-rules.yaml, knowledge/plans.yaml and src/entitlement/.\n' +
        `If it is, put these lines below the comment of ${FILE}:\n\n${lines.join('\n')}\n`,
    );
  });
});
