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

/** Casts to an enum or to the names of its members, and functions that call a string one of them: `file: text`. */
export function castsToEnums(program: ts.Program): string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || file.fileName.includes('/node_modules/')) continue;
    const visit = (node: ts.Node): void => {
      const to =
        ts.isAsExpression(node) || (ts.isTypePredicateNode(node) && node.type) ? (node.type as ts.TypeNode) : null;
      if (to && namesMembers(to, checker))
        found.push(`${relative(process.cwd(), file.fileName)}: ${node.getText(file)}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

function namesMembers(node: ts.TypeNode, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeFromTypeNode(node);
  const members = type.isUnion() ? type.types : [type];
  if (members.some((each) => each.flags & ts.TypeFlags.EnumLike)) return true;
  return ts.isTypeOperatorNode(node) && ts.isTypeQueryNode(node.type) && isEnum(node.type.exprName, checker);
}

function isEnum(name: ts.EntityName, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return Boolean(target && target.flags & ts.SymbolFlags.Enum);
}

/** Files that do not compile. */
export function brokenIn(program: ts.Program, files: readonly string[]): string[] {
  return files.filter(
    (path) => program.getSemanticDiagnostics(program.getSourceFile(join(process.cwd(), path))).length > 0,
  );
}
