import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const TOOLS = `${ROOT}node_modules/.bin`;

/** Runs a program of the project. @throws Error with what it printed where it fails */
export function run(program: string, ...args: string[]): Promise<void> {
  const file = program === 'node' ? process.execPath : `${TOOLS}/${program}`;
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd: ROOT, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${[program, ...args].join(' ')} failed:\n${stdout}${stderr}`));
      else resolve();
    });
  });
}

/** Writes everything that follows from the modules and the schema, but the row types; at once what does not build on another. */
export async function regenerate(): Promise<void> {
  await run('node', 'scaffold/agencies.ts');
  await Promise.all([
    run('node', 'identity/keycloak/generate.ts'),
    run('graphql-codegen', '--config', 'codegen.ts'),
    run('node', 'schema/compose.ts').then(() =>
      Promise.all([run('node', 'schema/catalogue.ts'), run('node', 'schema/trustDocuments.ts')]),
    ),
  ]);
}
