import type { Problem } from '../domain/problem.js';
import type { ReadFiles } from './files.js';

/** References of `routing.yaml` that lead nowhere, and rows that no ticket, or not every ticket, can reach. */
export function checkRouting({ routing: { data, problemAt }, entries, boundaries, rules }: ReadFiles): Problem[] {
  const topics = new Set(boundaries.map((b) => b.data.id));
  const entryIds = new Set<string>(entries.map((e) => e.data.id));
  const known = {
    signs: new Set(Object.keys(data.signs)),
    topics,
    exceptTopics: topics,
    entries: entryIds,
    outcomes: new Set<string>(rules.data.rows.map((r) => r.outcome)),
  };
  const unknown = data.routes.flatMap(({ when, not, beside }, i) => [
    ...Object.entries(known).flatMap(([field, names]) =>
      when[field as keyof typeof known].flatMap((said, j): Problem[] =>
        names.has(said)
          ? []
          : [problemAt(['routes', i, 'when', field, j], 'unknown-name', `there is no '${said}' among the ${field}.`)],
      ),
    ),
    ...not.flatMap((said, j): Problem[] =>
      known.signs.has(said)
        ? []
        : [problemAt(['routes', i, 'not', j], 'unknown-name', `there is no '${said}' among the signs.`)],
    ),
    ...beside.flatMap((said, j): Problem[] =>
      known.outcomes.has(said)
        ? []
        : [problemAt(['routes', i, 'beside', j], 'unknown-name', `there is no '${said}' among the outcomes.`)],
    ),
  ]);
  const backed = Object.entries(data.signs).flatMap(([sign, { backs }]) =>
    backs.flatMap((said, j): Problem[] =>
      entryIds.has(said)
        ? []
        : [problemAt(['signs', sign, 'backs', j], 'unknown-name', `there is no '${said}' among the entries.`)],
    ),
  );
  const likened = Object.entries(data.signs).flatMap(([sign, { alike }]) =>
    (alike?.topics ?? []).flatMap((said, j): Problem[] =>
      topics.has(said)
        ? []
        : [problemAt(['signs', sign, 'alike', 'topics', j], 'unknown-name', `there is no '${said}' among the topics.`)],
    ),
  );
  const wrong = [...unknown, ...backed, ...likened];
  const always = data.routes.findIndex(({ when }) => Object.values(when).every((names) => names.length === 0));
  const last = data.routes.length - 1;
  if (always === last) return wrong;
  const message =
    always < 0
      ? 'the last row must name nothing, so that every ticket goes somewhere; add one.'
      : 'this row always holds, so that none below it is reached; move it to the end.';
  return [...wrong, problemAt(['routes', always < 0 ? last : always], 'unreachable-route', message)];
}
