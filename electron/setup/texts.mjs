/** The texts of the screens: both languages complete, the same blanks in both, and every key that the code names is there. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const form = /_(zero|one|two|few|many|other)$/;

/** A text has plural forms when there is a form for one; "_other" alone may be the word for another kind of thing. */
function stemsOf(...languages) {
  const singular = languages.flatMap((texts) => [...texts.keys()]).filter((key) => key.endsWith('_one'));
  return new Set(singular.map((key) => key.replace(form, '')));
}

function flatten(tree, trail = []) {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = [...trail, key];
    return typeof value === 'string' ? [[here.join('.'), value]] : flatten(value, here);
  });
}

function load(language) {
  return new Map(
    flatten(JSON.parse(fs.readFileSync(path.join(root, 'resources', 'locales', `${language}.json`), 'utf8'))),
  );
}

function blanks(text) {
  const found = [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1]);
  return [...new Set(found)].sort().join(', ');
}

/** Each language must have the plural forms that its rules (CLDR) can ask for. */
function pluralProblems(language, texts, stems) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [...stems].flatMap((stem) =>
    forms.filter((one) => !texts.has(`${stem}_${one}`)).map((one) => `${language}: "${stem}_${one}" is missing`),
  );
}

function listSources(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return listSources(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** Keys written out in the code as t('…'); keys put together at run time are the type checker's business. */
function namedKeys() {
  return listSources(path.join(root, 'renderer')).flatMap((file) => {
    const text = fs.readFileSync(file, 'utf8');
    return [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => ({
      key: match[1],
      file: path.relative(root, file),
    }));
  });
}

/** @returns {string[]} what is wrong, one line each */
export function textProblems() {
  const [en, es] = [load('en'), load('es')];
  const stems = stemsOf(en, es);
  const problems = [...pluralProblems('en', en, stems), ...pluralProblems('es', es, stems)];
  for (const [one, other, name] of [
    [en, es, 'es'],
    [es, en, 'en'],
  ]) {
    for (const key of one.keys()) {
      if (!other.has(key) && !stems.has(key.replace(form, ''))) problems.push(`${name}: "${key}" is missing`);
    }
  }
  for (const [key, text] of en) {
    const other = es.get(key);
    if (text.trim() === '' || other?.trim() === '') problems.push(`"${key}" is empty`);
    if (other !== undefined && blanks(text) !== blanks(other)) {
      problems.push(`"${key}": blanks differ, en has {${blanks(text)}}, es has {${blanks(other)}}`);
    }
  }
  for (const { key, file } of namedKeys()) {
    const isThere = en.has(key) || en.has(`${key}_other`);
    if (!isThere) problems.push(`${file} names "${key}", which no language has`);
  }
  return problems;
}
