/** Reads what the test runners wrote and adds it up. An outcome is {name, state: 'passed'|'failed'|'skipped', ms, detail?}. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const vitestStates = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  pending: 'skipped',
  todo: 'skipped',
  disabled: 'skipped',
};

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that left no report has crashed: that is one failure, never silence. */
function crashed(runner) {
  return [{ name: `${runner}: the run ended without a report`, state: 'failed', ms: 0 }];
}

export function readVitest(file) {
  const report = readJson(file);
  if (report === null) return crashed('unit tests');
  return report.testResults.flatMap((suite) => {
    const where = path.relative(root, suite.name);
    const tests = suite.assertionResults.map((test) => ({
      name: `${where} › ${test.fullName}`,
      state: vitestStates[test.status] ?? 'failed',
      ms: test.duration ?? 0,
      detail: test.failureMessages?.join('\n'),
    }));
    // A file that cannot be loaded has no tests, only a message.
    const isBroken = suite.status === 'failed' && tests.every((test) => test.state !== 'failed');
    return isBroken ? [...tests, { name: where, state: 'failed', ms: 0, detail: suite.message }] : tests;
  });
}

function playwrightSpecs(suite, trail) {
  const here = suite.title === '' ? trail : [...trail, suite.title];
  const inner = (suite.suites ?? []).flatMap((each) => playwrightSpecs(each, here));
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => playwrightTest(spec, test, here)));
  return [...own, ...inner];
}

function playwrightTest(spec, test, trail) {
  const states = { expected: 'passed', unexpected: 'failed', flaky: 'passed', skipped: 'skipped' };
  const errors = test.results.flatMap((result) => (result.errors ?? []).map((error) => error.message ?? ''));
  return {
    name: `e2e/${[...trail, spec.title].join(' › ')}`,
    state: states[test.status] ?? 'failed',
    isFlaky: test.status === 'flaky',
    ms: test.results.reduce((sum, result) => sum + result.duration, 0),
    detail: errors.join('\n'),
  };
}

export function readPlaywright(file) {
  const report = readJson(file);
  if (report === null) return crashed('Playwright');
  const tests = report.suites.flatMap((suite) => playwrightSpecs(suite, []));
  const loose = (report.errors ?? []).map((error) => ({
    name: 'Playwright',
    state: 'failed',
    ms: 0,
    detail: error.message,
  }));
  return [...tests, ...loose];
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Prints the failures, the skipped, the 20 slowest and the one closing line; answers the exit code. */
export function report(outcomes) {
  const of = (state) => outcomes.filter((outcome) => outcome.state === state);
  const [passed, failed, skipped] = [of('passed'), of('failed'), of('skipped')];
  if (skipped.length > 0) {
    console.log('\nSkipped:');
    for (const { name, detail } of skipped) console.log(`  ${name}${detail ? ` (${detail})` : ''}`);
  }
  console.log('\nThe 20 slowest:');
  const slowest = [...outcomes].sort((one, other) => other.ms - one.ms).slice(0, 20);
  for (const { name, ms } of slowest) console.log(`  ${seconds(ms).padStart(8)}  ${name}`);
  const flaky = outcomes.filter((outcome) => outcome.isFlaky);
  if (flaky.length > 0) {
    console.log('\nPassed only at the second try (each is a defect to find):');
    for (const { name, detail } of flaky) console.log(`  ${name}\n${indent(detail ?? '')}`);
  }
  if (failed.length > 0) {
    console.log('\nFailed:');
    for (const { name, detail } of failed) console.log(`  ${name}\n${indent(detail ?? '')}`);
  }
  console.log(`\n${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped`);
  return failed.length === 0 && passed.length > 0 ? 0 : 1;
}

function indent(text) {
  return text
    .split('\n')
    .slice(0, 40)
    .map((line) => `      ${line}`)
    .join('\n');
}
