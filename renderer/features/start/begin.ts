/** What the unlock window tells main: passphrase and setup as bytes, never kept as text longer than needed. */
import type { Failure, Result } from '#shared/errors.ts';
import type { BeginUnlock, VaultKind } from '#shared/ipc/contract.ts';
import type { Role } from '#shared/domain/roles.ts';
import { normalizePassphrase } from '#shared/vault/passphrase.ts';

const encoder = new TextEncoder();

export interface You {
  readonly name: string;
  readonly role: Role;
  readonly office: string;
  readonly address: string;
  readonly phone: string;
  readonly barNumber: string;
  readonly barState: string;
  readonly eoirId: string;
}

export const nobodyYet: You = {
  name: '',
  role: 'attorney',
  office: '',
  address: '',
  phone: '',
  barNumber: '',
  barState: '',
  eoirId: '',
};

/** Every role, in the order of the list. The schema lives in shared/domain/office.ts, which this small window does not load. */
export const roles = [
  'attorney',
  'accreditedRepresentative',
  'paralegal',
  'advocate',
  'intakeVolunteer',
] as const satisfies readonly Role[];

/** Who may have bar and EOIR numbers. */
export function hasBarNumbers(role: Role): boolean {
  return role === 'attorney' || role === 'accreditedRepresentative';
}

/** The JSON that the store reads when it makes a vault. */
export function setupBytes(you: You, language: 'en' | 'es'): Uint8Array {
  const { name, role, phone, barNumber, barState, eoirId } = you;
  const address = you.address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return encoder.encode(
    JSON.stringify({
      language,
      member: { name: name.trim(), role, barNumber, barState, eoirId, phone },
      office: { name: you.office.trim(), address, phone },
    }),
  );
}

/** The passphrase of the sample vault is public: it protects nobody. */
export const samplePassphrase = 'everybody here is invented';

const samplePerson: You = { ...nobodyYet, name: 'Elena Robles Paz', office: 'Oficina de ejemplo · Sample office' };

function begin(order: BeginUnlock): Promise<Result<true>> {
  return window.amparo.unlock.begin(order);
}

export function makeVault(passphrase: string, you: You, language: 'en' | 'es'): Promise<Result<true>> {
  const secret = encoder.encode(normalizePassphrase(passphrase));
  return begin({ mode: 'create', kind: 'real', secret, setup: setupBytes(you, language) });
}

/** Opens the sample vault, making it when it is not there yet. */
export function openSample(isThere: boolean, language: 'en' | 'es'): Promise<Result<true>> {
  const secret = encoder.encode(samplePassphrase);
  if (isThere) return begin({ mode: 'open', kind: 'sample', secret });
  return begin({ mode: 'create', kind: 'sample', secret, setup: setupBytes(samplePerson, language) });
}

export function openVault(kind: VaultKind, passphrase: string): Promise<Result<true>> {
  return begin({ mode: 'open', kind, secret: encoder.encode(normalizePassphrase(passphrase)) });
}

export function recoverVault(kind: VaultKind, code: string): Promise<Result<true>> {
  return begin({ mode: 'recover', kind, secret: encoder.encode(code.trim()) });
}

/** The failure with how long to wait, as main tells it. */
export interface Refusal {
  readonly failure: Pick<Failure, 'detail'> & { readonly code: string };
  readonly waitSeconds: number;
}
