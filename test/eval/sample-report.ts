import { day } from '../../src/domain/day.js';
import { type Report, reportOf } from '../../src/eval/report.js';
import { facts, label, measured, reply, verdict } from './labelled.js';

/** A report with something in every place, around one text that may be hostile. */
export function sampleReport(text: string): Report {
  const asked = label('faq', { id: text, text, ids: ['renew'] });
  const device = label('entitlement', { text, facts: { family: text }, outcome: 'expired' });
  const came = [0.3, 0.6, 0.85, 0.97, 1].map((confidence) => reply('faq', { ids: ['renew'], confidence }));
  const messages = [
    ...came.map((r) => measured(asked, r)),
    measured(asked, reply('faq', { ids: ['activate'], confidence: 0.82 })),
    measured(asked, reply('clarify', { ids: ['renew', 'activate'] })),
    measured(asked, reply('out-of-scope', { confidence: 0.2 })),
    measured(label('out-of-scope', { text }), reply('faq', { ids: [text] })),
    measured(device, reply('entitlement', { facts: facts({ nmc: text }), verdict: verdict('included', 'yes') })),
  ];
  const there = [...messages].reverse().map((m, i) => ({ ...m, label: messages[i]?.label ?? m.label }));
  return reportOf({
    setting: { file: text, today: day('2026-11-22'), knowledgeVersion: 'k1', mode: 'full' },
    measured: messages,
    badLines: [{ line: 3, problem: text }],
    entries: ['renew', 'activate'],
    promise: { rate: 0.02, threshold: 0.8 },
    against: { folder: text, knowledgeVersion: 'k0', mode: 'lexical', measured: there },
  });
}
