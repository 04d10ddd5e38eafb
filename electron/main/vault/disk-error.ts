/** What the operating system says, as an error the user can be told. */
import { AppError, type ErrorCode } from '#shared/errors.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'disk-read-only',
  EPERM: 'disk-read-only',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENODEV: 'folder-missing',
  ENXIO: 'folder-missing',
};

/** The system's own code, '' when the error is not the system's. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** `disk-full`, `disk-read-only`, `folder-missing`, or `disk-error` for anything else (EIO); detail: system. */
export function toDiskError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const system = systemCode(error);
  return new AppError(CODES[system] ?? 'disk-error', { system });
}

/** Runs file work; whatever it throws becomes a disk error. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toDiskError(error);
  }
}

/** The answer, or `missing` when there is no such file or folder. */
export async function orMissing<T, M>(work: Promise<T>, missing: M): Promise<T | M> {
  try {
    return await work;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return missing;
    throw error;
  }
}
