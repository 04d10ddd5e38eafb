/** How a screen names a document and its state; the paper keeps the words of its own language. */
import { asKey, type Translate } from '#renderer/i18n/i18n.ts';

/** A declaration's title in the languages it is made in: what stands before the name of who signs. */
const beforeSigner = /^(?:Declaration of|Declaración de) (?=\S)/;
const declarations: ReadonlySet<string> = new Set(['declaration', 'attorney-declaration', 'advocate-declaration']);
/** What a client carries or gets is not signed but handed over. */
const carried: ReadonlySet<string> = new Set(['hearing-letter', 'reminder-300', 'phone-script']);

export function isHandedOver(templateId: string): boolean {
  return carried.has(templateId);
}

/** Title of a document in the language of the screen: a declaration by who signs it, anything else by its kind. */
export function documentTitle(draft: { readonly templateId: string; readonly title: string }, t: Translate): string {
  const { templateId, title } = draft;
  if (declarations.has(templateId) && beforeSigner.test(title))
    return t('documents.declarationOf', { name: title.replace(beforeSigner, '') });
  return t(asKey(`documents.kind.${templateId}`));
}

/** Last part of a state's locale key: a paper that is carried gets ready to be handed over, and nobody signs it. */
export function stateKey(templateId: string, state: string): string {
  const isCarried = isHandedOver(templateId) && (state === 'readyToSign' || state === 'printed');
  return isCarried ? `carried.${state}` : state;
}

/** State of a document in words. */
export function documentState(templateId: string, state: string, t: Translate): string {
  return t(asKey(`documents.state.${stateKey(templateId, state)}`));
}
