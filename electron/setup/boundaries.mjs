/**
 * Import directions and cycles by dependency-cruiser. With TypeScript 7 it needs @swc/core, and without it reports "no modules,
 * no violations": so the number of modules has a floor, and each layer must be among them.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, toolEnvironment } from './paths.mjs';

const FLOOR = 150;
const layers = ['shared', 'electron', 'renderer', 'e2e'];

/** @returns {string[]} what is wrong, one line each */
export function boundaryProblems() {
  const tool = path.join(root, 'node_modules', '.bin', 'depcruise');
  const done = spawnSync(tool, ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...layers], {
    cwd: root,
    encoding: 'utf8',
    env: toolEnvironment(),
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  let result;
  try {
    result = JSON.parse(done.stdout);
  } catch {
    return [`dependency-cruiser did not answer: ${done.stderr}`];
  }
  const ours = result.modules.filter((module) => layers.some((layer) => module.source.startsWith(`${layer}/`)));
  const problems = result.summary.violations.map((one) => `${one.rule.name}: ${one.from} → ${one.to}`);
  if (ours.length < FLOOR) problems.push(`Only ${ours.length} modules were seen, expected were at least ${FLOOR}.`);
  for (const layer of layers) {
    if (!ours.some((module) => module.source.startsWith(`${layer}/`)))
      problems.push(`No module of ${layer}/ was seen.`);
  }
  return problems;
}
