/** A node of a TensorFlow graph as `model.json` writes it; inputs may carry an output's number (`name:1`). */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
}

/**
 * The nodes at the border between what depends on a sentence's words and what depends on its number of pieces alone: shapes,
 * masks, positions. Given to the graph as inputs, they spare it half of its nodes at each run, and among them the ones that
 * force the slow asynchronous way of running it. `byLength` names nodes that depend on the length alone though the
 * graph does not show it. Sorted as the graph has them; weights and the graph's own inputs are none of them.
 */
export function lengthBorder(
  nodes: readonly GraphNode[],
  ends: { readonly output: string; readonly words: string; readonly byLength: readonly string[] },
): readonly string[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const inputsOf = (node: GraphNode): readonly GraphNode[] =>
    (node.input ?? []).flatMap((input) => byName.get(input.replace(/^\^|:\d+$/g, '')) ?? []);
  const known = new Map<string, boolean>();
  const needsWords = (node: GraphNode): boolean => {
    const before = known.get(node.name);
    if (before !== undefined) return before;
    // A shape is known without the numbers that fill it.
    const free = node.op === 'Shape' || ends.byLength.includes(node.name);
    const needs = node.name === ends.words || (!free && inputsOf(node).some(needsWords));
    known.set(node.name, needs);
    return needs;
  };
  const border = new Set<string>();
  const seen = new Set<string>();
  const walk = (node: GraphNode): void => {
    if (seen.has(node.name)) return;
    seen.add(node.name);
    for (const input of inputsOf(node)) {
      if (input.op === 'Const' || input.op === 'Placeholder') continue;
      if (needsWords(input)) walk(input);
      else border.add(input.name);
    }
  };
  const output = byName.get(ends.output);
  if (output) walk(output);
  return nodes.flatMap(({ name }) => (border.has(name) ? [name] : []));
}
