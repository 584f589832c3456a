import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(path => path && existsSync(join(root, path)));
const sources = tracked.filter(path => /\.(ts|tsx)$/.test(path));
const documents = tracked.filter(path => path.endsWith('.md'));
const scripts = Object.keys(
  (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts,
);

describe('documents', () => {
  it('name only scripts that exist', () => {
    for (const document of documents)
      for (const [, name = ''] of read(document).matchAll(/npm run ([a-z][a-z:-]*)/g))
        expect(scripts.includes(name), `${document} names npm run ${name}`).toBe(true);
  });
  it('name only paths that exist', () => {
    const folders = /^(kiosk|admin|server|shared|locales|tests|public|docs|\.ci)\//;
    for (const document of documents)
      for (const [, path = ''] of read(document).matchAll(/(?:`|\]\()([\w.@/*-]+\/[\w.@/*-]*)(?:`|\))/g)) {
        if (!folders.test(path) || path.includes('*')) continue;
        const beside = join(root, document, '..', path);
        expect(existsSync(join(root, path)) || existsSync(beside), `${document} names ${path}`).toBe(true);
      }
  });
  it('the README stays under 80 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(80);
  });
});

describe('the lockfile', () => {
  it('names no registry address and pins one runtime on every platform', () => {
    const lock = read('package-lock.json');
    expect(lock).not.toMatch(/"resolved": "http/);
    const { optionalDependencies, dependencies, devDependencies } = JSON.parse(
      read('package.json'),
    ) as Record<string, Record<string, string>>;
    expect(new Set(Object.values(optionalDependencies ?? {})).size).toBe(1);
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });
});

describe('the sources', () => {
  it('compare the database engine in its own folder alone', () => {
    for (const path of sources.filter(
      path => !path.startsWith('server/database/') && !path.startsWith('tests/'),
    ))
      expect(read(path), path).not.toMatch(
        /engine\s*[!=]==?|['"](sqlite|postgres)['"]\s*[!=]==?|case ['"](sqlite|postgres)['"]/,
      );
  });
  it('hold no word a person reads in shared code: no sentence in a string', () => {
    // The contract's summaries are for whoever reads its OpenAPI, not for a screen.
    for (const path of sources.filter(path => path.startsWith('shared/') && !path.startsWith('shared/api/')))
      for (const [, sentence = ''] of read(path).matchAll(/'([A-Z][a-z]+(?: [a-z]+){4,}\.)'/g))
        expect(sentence, path).toBe('');
  });
  it('are small: a file over 300 lines gives its reason', () => {
    const long = sources.filter(path => read(path).split('\n').length > 300);
    for (const path of long)
      expect(read(path), `${path} is over 300 lines`).toMatch(/Over 300 lines because/);
  });
  it('never reach from the kiosk or the panel into TypeBox at run time', () => {
    for (const path of sources.filter(path => /^(kiosk|admin)\//.test(path)))
      for (const [line] of read(path).matchAll(
        /^import .*(typebox|\/schema\.ts|\/api\.ts|\/shared\/api\/).*$/gm,
      ))
        expect(line, path).toMatch(/^import type /);
  });
  it('leave nothing for later', () => {
    for (const path of sources.filter(path => path !== 'tests/checks/project.test.ts'))
      expect(/\b(TODO|FIXME)\b/.test(read(path)), path).toBe(false);
  });
});

describe('the tree', () => {
  it('has the folders of docs/architecture.md and no other', () => {
    const folders = readdirSync(root).filter(name => statSync(join(root, name)).isDirectory());
    const known = [
      '.ci',
      '.git',
      'admin',
      'data',
      'dist',
      'docs',
      'kiosk',
      'locales',
      'node_modules',
      'public',
      'server',
      'shared',
      'test-results',
      'tests',
    ];
    expect(folders.filter(name => !known.includes(name))).toEqual([]);
  });
});
