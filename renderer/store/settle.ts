/** Before something is made of the record: whatever was typed or chosen on screen has to be in it. */
import { commitsUnderWay } from './client.ts';
import { commitEveryField } from './field-controller.ts';

/** Leaves the text that is being typed, as a click elsewhere does: by a key alone the cursor would still be in it. */
function leaveTyping(): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return;
  const isField = active.matches('input, textarea');
  if (!isField && !active.isContentEditable) return;
  active.blur();
  // An editor closes when it is left, and a list would open again.
  if (isField && active.getAttribute('role') !== 'combobox') active.focus({ preventScroll: true });
}

/** Waits until all of it is on the disk; false when some was refused and stands on the screen only. */
export async function settle(): Promise<boolean> {
  leaveTyping();
  const before = commitsUnderWay();
  const areFieldsSaved = await commitEveryField();
  return (await before) && (await commitsUnderWay()) && areFieldsSaved;
}
