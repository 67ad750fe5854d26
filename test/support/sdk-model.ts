import ts from 'typescript';

const MODELS = require
  .resolve('@aws-sdk/client-lightsail/package.json')
  .replace('package.json', 'dist-types/models/models_0.d.ts');
const CREATE_COMMAND = MODELS.replace(
  'models/models_0.d.ts',
  'commands/CreateInstancesFromSnapshotCommand.d.ts',
);

/** A member of a shape of the API. Members of lists and maps follow their list: `tags.key`. */
export interface ShapeMember {
  path: string;
  type: string;
}

/** Every member of these shapes, nested ones too, and each value of their enums as `path=value`; from the SDK's types. */
export function readShapes<Shape extends string>(shapes: readonly Shape[]): Record<Shape, ShapeMember[]> {
  const program = ts.createProgram([MODELS], { strict: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(MODELS);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${MODELS} is no module`);
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  const read = (shape: Shape): [Shape, ShapeMember[]] => {
    const symbol = exported.get(shape);
    if (symbol === undefined) throw new Error(`the SDK has no shape ${shape}`);
    return [shape, membersOf({ checker, type: checker.getDeclaredTypeOfSymbol(symbol), prefix: '' })];
  };
  return Object.fromEntries(shapes.map(read)) as Record<Shape, ShapeMember[]>;
}

/** The exceptions that CreateInstancesFromSnapshot is modelled with. */
export function readCreateErrors(): string[] {
  const text = ts.sys.readFile(CREATE_COMMAND) ?? '';
  return [...text.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g)].map(
    ([, name]) => name ?? '',
  );
}

interface MembersInput {
  checker: ts.TypeChecker;
  type: ts.Type;
  prefix: string;
}

function membersOf({ checker, type, prefix }: MembersInput): ShapeMember[] {
  return checker.getPropertiesOfType(type).flatMap((member) => {
    const path = `${prefix}${member.name}`;
    const declared = checker.getNonNullableType(checker.getTypeOfSymbol(member));
    const own = { path, type: checker.typeToString(declared) };
    const inner = elementOf(checker, declared);
    if (isShape(inner)) return [own, ...membersOf({ checker, type: inner, prefix: `${path}.` })];
    return [own, ...valuesOf({ path, type: inner })];
  });
}

/** Of a list or a map, what it holds. */
function elementOf(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  const element = type.getNumberIndexType() ?? type.getStringIndexType();
  if (element === undefined || (type.flags & ts.TypeFlags.Object) === 0) return type;
  return elementOf(checker, checker.getNonNullableType(element));
}

function isShape(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 && type.symbol.name !== 'Date';
}

function valuesOf({ path, type }: { path: string; type: ts.Type }): ShapeMember[] {
  const values = type.isUnion() ? type.types.filter((option) => option.isStringLiteral()) : [];
  return values.map(({ value }) => ({ path: `${path}=${value}`, type: 'value' }));
}
