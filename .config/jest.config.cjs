const { resolve } = require('node:path');

/** Tests are transformed one by one by swc; types are checked in a step of their own. */
module.exports = {
  rootDir: resolve(__dirname, '..'),
  testEnvironment: 'node',
  // On a busy machine with one core the encoder's weights alone can take longer than the usual five seconds.
  testTimeout: 60_000,
  setupFiles: ['<rootDir>/.config/jest.setup.cjs'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.(?:ts|js)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  // kysely comes as ES modules only.
  transformIgnorePatterns: ['node_modules/(?!kysely)'],
  cacheDirectory: '<rootDir>/.sns/jest',
};
