import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A case of `test/cases/entitlement.yaml`: a device, and what must follow of it. */
export interface Case {
  readonly it: string;
  readonly asOf: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly expect: {
    readonly outcome: string;
    readonly covered?: string;
    readonly until?: string | null;
    readonly missing?: readonly string[];
    readonly gap?: readonly [string, string] | null;
    readonly grounds?: readonly string[];
    readonly contradictions?: readonly string[];
    readonly assumes?: readonly string[];
    readonly notes?: readonly string[];
  };
}

export const CASES: readonly Case[] = parse(readFileSync(join(__dirname, '../cases/entitlement.yaml'), 'utf8'));
