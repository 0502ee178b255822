import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/*
 * A value of an enum is mapped by a table that has each of its members, so that the compiler names every place which a new member
 * has to be told to. A cast, or a test of a string against the members, lets a new one pass and does nothing about it.
 */

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')).config,
  ts.sys,
  '.',
);

const read = new Map<string, ts.SourceFile | undefined>();

/** Sources with all that they import, as the compiler sees them. @param changed texts of files that are read instead of what they hold */
export function sourcesOf(roots: readonly string[], changed: Readonly<Record<string, string>> = {}): ts.Program {
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const text = changed[relative(process.cwd(), path)];
    if (text !== undefined) return ts.createSourceFile(path, text, languageVersion, true);
    if (!read.has(path)) read.set(path, fromDisk(path, languageVersion, ...rest));
    return read.get(path);
  };
  const rootNames = roots.map((root) => join(process.cwd(), root));
  return ts.createProgram({ rootNames, options: { ...options, noEmit: true }, host });
}

/**
 * Casts to an enum, to the names of its members, or to something that holds one of them where what is cast holds something else, and
 * functions that call a string one of them: `file: text`.
 */
export function castsToEnums(program: ts.Program): string[] {
  const nodes = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/'))
    .flatMap((file) => [...below(file)]);
  const enums = new Enums(program.getTypeChecker(), nodes);
  return nodes
    .filter((node) => enums.isMadeBy(node))
    .map((node) => `${relative(process.cwd(), node.getSourceFile().fileName)}: ${node.getText()}`);
}

/** A node, and all that it consists of. */
function below(node: ts.Node, all: ts.Node[] = []): ts.Node[] {
  all.push(node);
  ts.forEachChild(node, (child) => void below(child, all));
  return all;
}

/** Enums, and objects of constants that are published as one: what `registerEnum` is given. */
class Enums {
  readonly #checker: ts.TypeChecker;
  /** What is a member of one of them where it stands as a text. */
  readonly #texts: ReadonlySet<string>;

  constructor(checker: ts.TypeChecker, nodes: readonly ts.Node[]) {
    this.#checker = checker;
    this.#texts = new Set(
      nodes
        .filter((node) => ts.isCallExpression(node))
        .filter(({ expression }) => expression.getText() === 'registerEnum')
        .flatMap((call) => this.#textsOf(call.arguments[0]!)),
    );
  }

  /** By this node, and not before it, something is a member of an enum, or holds one. */
  isMadeBy(node: ts.Node): boolean {
    if (ts.isTypePredicateNode(node) && node.type) return this.#isMade(node.type, node.parameterName);
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) return this.#isMade(node.type, node.expression);
    return false;
  }

  #isMade(named: ts.TypeNode, what: ts.Node): boolean {
    const type = this.#checker.getTypeFromTypeNode(named);
    return this.#isEnum(type) || this.#isHeldOnlyBy(type, this.#checker.getTypeAtLocation(what));
  }

  #textsOf(published: ts.Node): string[] {
    return this.#checker
      .getTypeAtLocation(published)
      .getProperties()
      .map((property) => this.#checker.getTypeOfSymbolAtLocation(property, published))
      .flatMap((member) => (member.flags & ts.TypeFlags.StringLiteral ? [(member as ts.StringLiteralType).value] : []));
  }

  #isEnum(type: ts.Type): boolean {
    const members = partsOf(type).filter((part) => !(part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)));
    if (members.some((member) => member.flags & ts.TypeFlags.EnumLike)) return true;
    return members.length > 0 && members.every((member) => member.isStringLiteral() && this.#texts.has(member.value));
  }

  /** `to` holds a member of an enum where `from` holds something else, or nothing that is known. */
  #isHeldOnlyBy(to: ts.Type, from: ts.Type, seen = new Set<ts.Type>()): boolean {
    const isKnown = !(from.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown));
    if (seen.has(to) || (isKnown && this.#checker.isTypeAssignableTo(from, to))) return false;
    seen.add(to);
    if (this.#isEnum(to)) return true;
    return partsOf(to)
      .filter((part) => !this.#isKindOf(part, from))
      .flatMap((part) => this.#heldIn(part))
      .some(([name, held]) => this.#isHeldOnlyBy(held, this.#heldBy(from, name), seen));
  }

  /** One of what it may be, or what extends that: it was made as such elsewhere. */
  #isKindOf(to: ts.Type, from: ts.Type): boolean {
    if (partsOf(from).includes(to)) return true;
    return to.isClassOrInterface() && this.#checker.getBaseTypes(to).some((base) => partsOf(from).includes(base));
  }

  /** What an object, list or row of ours holds, by name or number. */
  #heldIn(type: ts.Type): (readonly [name: string, held: ts.Type])[] {
    const checker = this.#checker;
    if (checker.isArrayType(type) || checker.isTupleType(type))
      return checker.getTypeArguments(type as ts.TypeReference).map((held, at) => [String(at), held]);
    return type
      .getProperties()
      .filter(({ declarations }) => declarations?.some((one) => !one.getSourceFile().isDeclarationFile))
      .map((property) => [property.name, checker.getTypeOfSymbol(property)]);
  }

  #heldBy(from: ts.Type, name: string): ts.Type {
    const [, held] = this.#heldIn(from).find(([there]) => there === name) ?? [];
    return held ?? this.#checker.getUnknownType();
  }
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

/** Files that do not compile. */
export function brokenIn(program: ts.Program, files: readonly string[]): string[] {
  return files.filter(
    (path) => program.getSemanticDiagnostics(program.getSourceFile(join(process.cwd(), path))).length > 0,
  );
}
