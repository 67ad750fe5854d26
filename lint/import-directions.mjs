import { dirname, posix, relative, resolve, sep } from 'node:path';
import { CONVERTER, DIRECTIONS, VOCABULARY, WORKFLOW_PACKAGES } from './directions.mjs';

export const importDirections = {
  meta: {
    type: 'problem',
    docs: { description: 'imports between the parts of src/ go one way' },
    messages: { wrong: '{{from}} must not import {{what}}: {{way}}' },
    schema: [{ type: 'object', properties: { src: { type: 'string' } }, additionalProperties: false }],
  },
  create(context) {
    const { src } = context.options[0];
    const file = slashes(relative(src, context.filename));
    const from = partOf(file);
    const check = (node, source, isType) => {
      if (typeof source?.value !== 'string') return;
      const wrong = findWrong({
        file,
        from,
        specifier: source.value,
        isType,
        src,
        folder: dirname(context.filename),
      });
      if (wrong !== undefined) context.report({ node, messageId: 'wrong', data: { from, ...wrong } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, isTypeOnly(node, node.importKind)),
      ExportNamedDeclaration: (node) => check(node, node.source, isTypeOnly(node, node.exportKind)),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0], false),
    };
  },
};

function findWrong({ file, from, specifier, isType, src, folder }) {
  const rule = DIRECTIONS[from];
  if (rule === undefined) return { what: specifier, way: `add ${from} to DIRECTIONS in lint/directions.mjs` };
  if (!specifier.startsWith('.')) {
    return from !== 'workflows' || isType ? undefined : findWrongPackage(file, specifier);
  }
  const target = slashes(relative(src, resolve(folder, specifier)));
  if (target.startsWith('..')) return { what: specifier, way: 'src/ uses nothing outside itself' };
  const to = partOf(target);
  if (to === from || rule.values === 'all' || topOf(to) === from) return undefined;
  if (isType && rule.types?.includes(to)) return undefined;
  if (!rule.values.includes(to)) {
    const byType = rule.types?.includes(to) ? ` other than by "import type"` : '';
    return { what: `${to}${byType}`, way: rule.way };
  }
  if (from === 'workflows' && !isType && !VOCABULARY.includes(posix.basename(target))) {
    return {
      what: `${target} other than by "import type"`,
      way: `${rule.way} (vocabulary: ${VOCABULARY.join(', ')})`,
    };
  }
  return undefined;
}

function findWrongPackage(file, specifier) {
  const allowed = file === CONVERTER.file ? CONVERTER.packages : WORKFLOW_PACKAGES;
  if (allowed.includes(specifier)) return undefined;
  return { what: specifier, way: `workflow code runs in a sandbox, on ${allowed.join(', ')} alone` };
}

/** `cli/commands`, else the top folder, else the module at the top of src/. */
function partOf(path) {
  const [top, second] = path.split('/');
  const nested = `${top}/${second}`;
  return Object.hasOwn(DIRECTIONS, nested) ? nested : topOf(path);
}

function topOf(path) {
  return path.split('/')[0].replace(/\.ts$/, '');
}

/** `import type { … }`, or every name with a `type` of its own. */
function isTypeOnly(node, kind) {
  if (kind === 'type') return true;
  const { specifiers = [] } = node;
  return specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type');
}

function slashes(path) {
  return path.split(sep).join('/');
}
