const { availableParallelism } = require('node:os');

// Node 20 is supported here; the SDK's warning about it would stand between the results of every file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Most of a file's time is waiting, so two cores carry two files; Jest would leave one idle. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  maxWorkers,
  // A hang ends, also one that a busy machine makes slow; how fast something is, is measured in bench/.
  testTimeout: 120_000,
  // Of `it.concurrent`: fleets that mostly wait, on one stack.
  maxConcurrency: 12,
};
