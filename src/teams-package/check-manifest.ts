import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import type { Problem } from '../domain/problem.js';
import { MANIFEST_VERSION, type Manifest } from './manifest.js';

/** Microsoft's schemas lie in their package, so that no network is asked. */
const SCHEMAS = '@microsoft/app-manifest/build/json-schemas/teams';

/** What Microsoft's schema has against a manifest (`bad-manifest`, each naming the field); empty: nothing. */
export function checkManifest(manifest: Manifest): readonly Problem[] {
  const path = require.resolve(`${SCHEMAS}/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`);
  // Lists of types are usual in this schema, and strict mode would print a warning for each.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, formats: { uri: (text: string) => URL.canParse(text) } });
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => ({
    code: 'bad-manifest',
    file: 'manifest.json',
    message: `${instancePath || '/'}: ${message ?? 'not as the schema wants it'} (${JSON.stringify(params)}).`,
  }));
}
