import { stripVTControlCharacters } from 'node:util';
import { isWellFormed } from './bench/harness/document.ts';
import type { Run } from './bench/harness/results.ts';
import { countOf, failuresOf, type Results } from './faults/harness/results.ts';

/** What one runner's report comes to. */
export interface Count {
  passed: number;
  failed: number;
  /** A line for each that failed; those that passed only when tried again begin with "again". */
  readonly told: string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** The first line that says anything, short enough to stand in a list. */
const firstLine = (text: string | undefined): string =>
  stripVTControlCharacters(text ?? '')
    .trim()
    .split('\n')[0]
    ?.slice(0, 300) ?? '';

export function vitestCount(report: VitestReport): Count {
  const told = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${name}: ${firstLine(message)}`];
    return failed.map(test => `${name} ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });
  return {
    passed: report.numPassedTests,
    // A file that does not even load has no failed test, but has failed.
    failed: report.numFailedTests || (report.success ? 0 : Math.max(1, report.numFailedTestSuites)),
    told,
  };
}

interface BrowserError {
  readonly message?: string;
  readonly location?: { readonly line: number };
}

interface BrowserSuite {
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors?: readonly BrowserError[] }[];
    }[];
  }[];
  readonly suites?: readonly BrowserSuite[];
}

interface BrowserReport extends BrowserSuite {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** Each error with its line: of one whose time ran out, the second says where it stood. */
const errorsLine = (errors: readonly BrowserError[] = []): string =>
  errors
    .map(({ message, location }) => (location ? `line ${location.line}: ` : '') + firstLine(message))
    .join('; ');

/** One that passed only when tried again has passed, and is told of. */
export function browserCount(report: BrowserReport): Count {
  const toldOf = ({ specs = [], suites = [] }: BrowserSuite): string[] => [
    ...specs.flatMap(({ title, file, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ status, results }) => {
          const { errors } = results.find(result => result.errors?.length) ?? {};
          return `${status === 'flaky' ? 'again: ' : ''}${file} ${title}: ${errorsLine(errors)}`;
        }),
    ),
    ...suites.flatMap(toldOf),
  ];
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected, told: toldOf(report) };
}

export const faultsCount = (report: Results): Count => ({ ...countOf(report), told: failuresOf(report) });

/** Whether a bench came to figures at all; how large they are is no matter of passing, but for `bytes`, which says so by its end. */
export function benchCount({ asked, benches }: Run): Count {
  const failed = asked.filter(name => !isWellFormed(benches[name]));
  const told = failed.map(name => `${name} came to nothing, or to something that is no figure`);
  return { passed: asked.length - failed.length, failed: failed.length, told };
}
