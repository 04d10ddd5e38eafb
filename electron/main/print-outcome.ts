/**
 * What the system says after its print dialog. Electron gives the reason as a text: closing the dialog is
 * "Print job canceled"; anything else is a fault of printer or system.
 */
export function printOutcome(success: boolean, reason: string): 'printed' | 'cancelled' | 'failed' {
  if (success) return 'printed';
  return /^print job cancell?ed$/i.test(reason.trim()) ? 'cancelled' : 'failed';
}
