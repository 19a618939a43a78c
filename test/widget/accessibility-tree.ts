import type { Page } from 'playwright-core';

interface Value {
  readonly value?: unknown;
}
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** States that a screen reader says; others follow from the role or are of no interest to a listener. */
const SAID = new Set(['expanded', 'pressed', 'invalid', 'disabled', 'live', 'level', 'modal', 'checked', 'focused']);

/**
 * What Chromium tells assistive technology of the page, a line for each thing, indented by what it lies in: its role, its name, what is
 * said of it. From the element with this role and name on.
 */
export async function accessibilityTree(page: Page, role: string, name: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const answer = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const nodes = new Map((answer.nodes as readonly AxNode[]).map((node) => [node.nodeId, node]));
  const start = [...nodes.values()].find((n) => n.role?.value === role && n.name?.value === name && !n.ignored);
  if (!start) throw new Error(`nothing has the role ${role} and the name ${name}`);
  return `${linesOf(start, nodes, 0, '').join('\n')}\n`;
}

function linesOf(node: AxNode, nodes: ReadonlyMap<string, AxNode>, depth: number, above: string): readonly string[] {
  const role = String(node.role?.value ?? '');
  const name = String(node.name?.value ?? '').trim();
  const children = node.childIds ?? [];
  if (['InlineTextBox', 'ListMarker'].includes(role) || (role === 'status' && children.length === 0)) return [];
  // Text that has just been said as the name of what it lies in.
  const isRepeated = role === 'StaticText' && (name === '' || above.includes(name));
  const isSilent = node.ignored || isRepeated || (['generic', 'none', 'LineBreak'].includes(role) && name === '');
  const inside = isSilent ? depth : depth + 1;
  // What lies in a picture is part of it, and not told by itself.
  const lines = (role === 'image' ? [] : children).flatMap((id) => {
    const child = nodes.get(id);
    return child ? linesOf(child, nodes, inside, isSilent ? above : name) : [];
  });
  return isSilent ? lines : [`${'  '.repeat(depth)}${line(node, role, name)}`, ...lines];
}

function line(node: AxNode, role: string, name: string): string {
  if (role === 'StaticText') return name;
  const states = (node.properties ?? [])
    .filter((p) => SAID.has(p.name) && !['false', 'off'].includes(String(p.value.value)))
    .map((p) => (p.value.value === true ? p.name : `${p.name} ${p.value.value}`));
  const collapsed = (node.properties ?? []).some((p) => p.name === 'expanded' && p.value.value === false);
  const described = node.description?.value ? ` – ${node.description.value}` : '';
  const said = [...states, ...(collapsed ? ['collapsed'] : [])].join(', ');
  return `${role}${name && ` "${name}"`}${said && ` (${said})`}${described}`;
}
