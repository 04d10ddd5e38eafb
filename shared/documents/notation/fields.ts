/**
 * The fields that a template may name. A template that names anything else is refused when templates are checked.
 * `text` prints; `choice` is asked about by `when`; `list` is repeated by `each`, its items' fields as `{item.…}`.
 */
interface TextField {
  readonly kind: 'text';
  readonly label: Readonly<Record<'en' | 'es', string>>;
}
interface ChoiceField {
  readonly kind: 'choice';
  readonly values: readonly string[];
}
interface ListField {
  readonly kind: 'list';
  readonly item: readonly string[];
}
export type TemplateField = TextField | ChoiceField | ListField;

const text = (en: string, es: string): TextField => ({ kind: 'text', label: { en, es } });
const choice = (...values: string[]): ChoiceField => ({ kind: 'choice', values });
const list = (...item: string[]): ListField => ({ kind: 'list', item });

export const templateFields = {
  'client.fullName': text('name of the client', 'nombre de la persona'),
  'client.nameCaps': text('name of the client', 'nombre de la persona'),
  'client.aNumber': text('A-number', 'número A'),
  'client.birthDate': text('date of birth', 'fecha de nacimiento'),
  'client.language': text('language of the client', 'idioma de la persona'),
  'client.readsEnglish': choice('yes', 'no'),
  'client.reads': choice('yes', 'no'),
  'case.respondents': choice('one', 'many'),
  respondents: list('fullName', 'aNumber'),
  'court.cityState': text('immigration court', 'corte de inmigración'),
  'court.name': text('immigration court', 'corte de inmigración'),
  'judge.name': text('judge', 'juez o jueza'),
  'hearing.date': text('date of the hearing', 'fecha de la audiencia'),
  'hearing.time': text('time of the hearing', 'hora de la audiencia'),
  'hearing.place': text('place of the hearing', 'lugar de la audiencia'),
  'hearing.usClock': text('city of the hearing', 'ciudad de la audiencia'),
  'hearing.mexicoTime': text('time in Mexico', 'hora en México'),
  'hearing.mexicoDate': text('date of the hearing in Mexico', 'fecha de la audiencia en México'),
  'hearing.portTime': text('time of the hearing at the port', 'hora de la audiencia en el puerto'),
  'hearing.clock': choice('same', 'other'),
  'hearing.kind': choice('master', 'individual', 'bond', 'other'),
  'report.date': text('date to report', 'fecha para presentarse'),
  'report.time': text('time to report', 'hora para presentarse'),
  'report.mexicoTime': text('time to report in Mexico', 'hora para presentarse en México'),
  'report.usClock': text('city of the port', 'ciudad del puerto'),
  'report.mexicoDate': text('date to report in Mexico', 'fecha para presentarse en México'),
  'report.mexicoClock': text('city in Mexico', 'ciudad en México'),
  'report.port': text('port of entry', 'puerto de entrada'),
  'report.portLine': text('port of entry', 'puerto de entrada'),
  'office.name': text('name of the office', 'nombre de la oficina'),
  'office.phone': text('telephone of the office', 'teléfono de la oficina'),
  'office.email': text('e-mail of the office', 'correo de la oficina'),
  'office.address': list('line'),
  'member.name': text('name of the signer', 'nombre de quien firma'),
  'member.nameCaps': text('name of the signer', 'nombre de quien firma'),
  'member.role': text('role of the signer', 'función de quien firma'),
  'member.practitioner': choice('yes', 'no'),
  'member.barNumber': text('bar number', 'número de colegiación'),
  'member.barState': text('bar', 'colegio'),
  'member.eoirId': text('EOIR ID', 'número EOIR'),
  'interpreter.name': text('name of the interpreter', 'nombre de la persona intérprete'),
  'interpreter.address': text('address of the interpreter', 'dirección de la persona intérprete'),
  'interpreter.phone': text('telephone of the interpreter', 'teléfono de la persona intérprete'),
  'interpreter.from': text('language', 'idioma'),
  'interpreter.to': text('language', 'idioma'),
  'interpreter.competence': text('competence of the interpreter', 'competencia de la persona intérprete'),
  'interpreter.role': choice('only', 'relay'),
  'reader.name': text('name of the reader', 'nombre de quien leyó'),
  'translator.name': text('name of the translator', 'nombre de quien traduce'),
  'translator.address': text('address of the translator', 'dirección de quien traduce'),
  'translator.phone': text('telephone of the translator', 'teléfono de quien traduce'),
  'translator.from': text('language of the original', 'idioma del original'),
  'translator.competence': text('competence of the translator', 'competencia de quien traduce'),
  'translator.variant': choice('court', 'uscis'),
  'translator.documents': list('title'),
  'document.language': text('language of the document', 'idioma del documento'),
  'document.title': text('title of the document', 'título del documento'),
  'document.titleCaps': text('title of the document', 'título del documento'),
  'filing.titleCaps': text('title of the filing', 'título del escrito'),
  'filing.notices': list('text'),
  'readBack.language': text('language of the read-back', 'idioma de la lectura'),
  'readBack.medium': choice('inPerson', 'telephone', 'video'),
  'readBack.state': choice('done', 'notDone', 'notNeeded'),
} as const satisfies Readonly<Record<string, TemplateField>>;

export type FieldName = keyof typeof templateFields;

export function isFieldName(name: string): name is FieldName {
  return name in templateFields;
}
export function fieldOf(name: FieldName): TemplateField {
  return templateFields[name];
}

/** Values for one template: texts and choices by name (absent = not known), and lists of items. */
export interface FieldValues {
  readonly texts: Readonly<Partial<Record<FieldName, string>>>;
  readonly lists: Readonly<Partial<Record<FieldName, readonly Readonly<Record<string, string>>[]>>>;
}

/** What an item of a list is told apart by, and called, where a field of it is missing; no template can print these. */
export const itemKey = '#key';
export const itemName = '#name';

const itemLabels: Readonly<Record<string, Readonly<Record<'en' | 'es', string>>>> = {
  aNumber: { en: 'A-number', es: 'número A' },
  fullName: { en: 'name', es: 'nombre' },
};

/** What a missing field of a list item is called in a gap. */
export function itemLabel(name: string, language: string): string {
  return itemLabels[name]?.[language === 'en' ? 'en' : 'es'] ?? name;
}
