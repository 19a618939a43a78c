import type { ContractReply } from '../../src/domain/contract.js';
import { judge, type Tag } from '../../src/eval/judge.js';
import type { Label } from '../../src/eval/label.js';
import { label, reply, verdict } from './labelled.js';

const renew = label('faq', { ids: ['renew', 'activate'] });
const how = label('faq', { ids: ['identify-nmc'] });
const onePhaseDevice = label('entitlement', { outcome: 'one-phase' });

const CASES: readonly (readonly [string, Label, ContractReply, Tag])[] = [
  ['the best entry', renew, reply('faq', { ids: ['renew'] }), 'right'],
  ['another entry that answers', renew, reply('faq', { ids: ['activate', 'learn-more'] }), 'right'],
  ['a right entry only behind a wrong one', renew, reply('faq', { ids: ['learn-more', 'renew'] }), 'wrong'],
  ['another entry', renew, reply('faq', { ids: ['learn-more'] }), 'wrong'],
  ['an answer of no entry', renew, reply('faq'), 'wrong'],
  ['an offer with a right entry', renew, reply('clarify', { ids: ['learn-more', 'activate'] }), 'offered'],
  [
    'an offer whose right entry is out of sight',
    renew,
    reply('clarify', { ids: ['learn-more', 'what-is-sns', 'identify-nmc', 'renew'] }),
    'refused',
  ],
  ['an offer of others', renew, reply('clarify', { ids: ['learn-more'] }), 'refused'],
  ['no answer', renew, reply('out-of-scope'), 'refused'],
  ['a person', renew, reply('human'), 'refused'],
  ['the dialog about a device', renew, reply('entitlement'), 'other-kind'],
  ['a greeting', renew, reply('smalltalk'), 'other-kind'],
  ['the dialog that finds out the card', renew, reply('identify'), 'wrong'],
  ['the dialog that finds out the card, where that is asked', how, reply('identify'), 'right'],

  ['the dialog, for a device', label('entitlement'), reply('entitlement'), 'right'],
  ['the question for its card, for a device', label('entitlement'), reply('identify'), 'right'],
  ['the other FAQ, for a device of that kind', onePhaseDevice, reply('one-phase'), 'right'],
  ['the other FAQ, for another device', label('entitlement'), reply('one-phase'), 'other-kind'],
  ['an FAQ answer, for a device', label('entitlement'), reply('faq', { ids: ['renew'] }), 'wrong'],

  ['the dialog, for an unknown card', label('identify'), reply('identify'), 'right'],
  [
    'the entry that tells how, for an unknown card',
    label('identify'),
    reply('faq', { ids: ['identify-nmc'] }),
    'right',
  ],
  ['another entry, for an unknown card', label('identify'), reply('faq', { ids: ['renew'] }), 'wrong'],
  [
    'a verdict that misses the card, for an unknown card',
    label('identify'),
    reply('entitlement', { verdict: verdict('undetermined', 'unknown', ['nmc']) }),
    'right',
  ],
  [
    'a verdict that misses something else, for an unknown card',
    label('identify'),
    reply('entitlement', { verdict: verdict('undetermined', 'unknown', ['plan']) }),
    'other-kind',
  ],

  ['the redirection, for single-phase', label('one-phase'), reply('one-phase'), 'right'],
  [
    'a verdict that says so, for single-phase',
    label('one-phase'),
    reply('entitlement', { verdict: verdict('one-phase', 'unknown') }),
    'right',
  ],
  ['another verdict, for single-phase', label('one-phase'), reply('entitlement'), 'other-kind'],

  ['a refusal, out of scope', label('out-of-scope'), reply('out-of-scope'), 'right'],
  ['a person, out of scope', label('out-of-scope'), reply('human'), 'right'],
  ['a choice, out of scope', label('out-of-scope'), reply('clarify', { ids: ['renew'] }), 'offered'],
  ['an answer, out of scope', label('out-of-scope'), reply('faq', { ids: ['renew'] }), 'wrong'],
  ['the dialog, out of scope', label('out-of-scope'), reply('entitlement'), 'other-kind'],

  ['a person, where one is asked for', label('human'), reply('human'), 'right'],
  ['a refusal, where a person is asked for', label('human'), reply('out-of-scope'), 'other-kind'],
  ['a greeting, to a greeting', label('smalltalk'), reply('smalltalk'), 'right'],
  ['the end of the dialog, to a farewell', label('smalltalk'), reply('cancel'), 'right'],
  ['an answer, to a greeting', label('smalltalk'), reply('faq', { ids: ['what-is-sns'] }), 'wrong'],
];

describe('a reply is judged by its label:', () => {
  test.each(CASES)('%s', (_what, wanted, came, tag) => {
    expect(judge(wanted, came)).toBe(tag);
  });
});
