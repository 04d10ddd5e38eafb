import { app } from 'electron';

/** True only in the build for tests, by a constant of the build and never by the environment. */
export const isTestBuild: boolean = __TEST_BUILD__;

/** A package that a user would install: here every guard holds. */
export function isUsersBuild(): boolean {
  return app.isPackaged && !isTestBuild;
}
