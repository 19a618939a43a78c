import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CORE, FENCED, MAY_IMPORT } from './rooms.js';

const ROOT = resolve(__dirname, '../..');
const TOP_LEVEL = [
  'src',
  'dialogs',
  'knowledge',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  'node_modules',
];

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

function roomOf(path: string): string {
  const [top, second] = relative(ROOT, path).split(sep);
  if (top !== 'src') return top ?? '';
  return (second ?? '').replace(/\.[jt]s$/, '');
}

function sourceFiles(): readonly SourceFile[] {
  return ['src', 'dialogs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile() && f.name.endsWith('.ts'))
      .map((f) => {
        const path = join(f.parentPath ?? f.path, f.name);
        const text = readFileSync(path, 'utf8');
        const imports = [...text.matchAll(IMPORT)].map((m) => ({
          from: m[2] ?? m[3] ?? '',
          typeOnly: m[1] !== undefined,
        }));
        return { path, room: roomOf(path), text, imports };
      }),
  );
}

const files = sourceFiles();
const BROWSER: readonly string[] = ['widget', 'desk'];
const shown = (file: SourceFile) => relative(ROOT, file.path);
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

describe('the house', () => {
  test('has files to look at in every room that is built', () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...new Set(files.map((f) => f.room))].filter((room) => MAY_IMPORT[room] === undefined)).toEqual([]);
  });

  test('lets imports run only downward', () => {
    const upward = files.flatMap((file) =>
      file.imports
        .filter((i) => i.from.startsWith('.'))
        .map((i) => ({ ...i, room: roomOf(resolve(dirname(file.path), i.from)) }))
        .filter(({ room }) => room !== file.room && !MAY_IMPORT[file.room]?.some((r) => r === '*' || r === room))
        .map(({ from }) => `${shown(file)} imports ${from}`),
    );
    expect(upward).toEqual([]);
  });

  test('keeps fenced packages in their rooms', () => {
    const strays = files.flatMap((file) =>
      file.imports
        .map((i) => packageOf(i.from))
        .filter((name) => FENCED[name] !== undefined && !FENCED[name].includes(file.room))
        .map((name) => `${shown(file)} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });

  test('lets browser code share nothing but types with the rest', () => {
    const strays = files
      .filter((f) => BROWSER.includes(f.room))
      .flatMap((f) =>
        f.imports
          .filter(
            (i) =>
              i.from.startsWith('../') && !i.typeOnly && !BROWSER.includes(roomOf(resolve(dirname(f.path), i.from))),
          )
          .map((i) => `${shown(f)} imports ${i.from}`),
      );
    expect(strays).toEqual([]);
  });

  test('keeps clock, chance, environment and HTTP out of the core and of what measures it', () => {
    const forbidden =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bperformance\.now\(|['"](?:node:)?(?:http|https|net)['"]/;
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const rooms: readonly string[] = [...CORE, 'domain', 'eval'];
    expect(files.filter((f) => rooms.includes(f.room) && forbidden.test(code(f.text))).map(shown)).toEqual([]);
  });

  test('keeps files under about 250 lines', () => {
    expect(files.filter((f) => f.text.split('\n').length > 265).map(shown)).toEqual([]);
  });

  test('has at the top level what the project is made of, and nothing else', () => {
    const there = readdirSync(ROOT).filter((name) => !name.startsWith('.'));
    expect(there.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test('has no product name of the catalogue in its code', () => {
    const names = /\b(?:Galaxy (?:V[SMLX]|VXL|PX|RPP|PW|3L)|Symmetra PX|Easy UPS 3|Back-UPS|Smart-UPS)\b/;
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(files.filter((f) => names.test(code(f.text))).map(shown)).toEqual([]);
  });
});
