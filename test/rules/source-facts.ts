/**
 * What the tidy rules want to know of a source file, read once with TypeScript's own parser: so that a word in a comment
 * or in a string is no identifier.
 */
import ts from 'typescript';
import type { File } from './tree.js';

export interface Place {
  readonly name: string;
  readonly line: number;
}

export interface SourceFacts {
  readonly path: string;
  readonly lines: number;
  readonly identifiers: readonly Place[];
  /** `a.b.c` as written, whole and without arguments. */
  readonly members: readonly Place[];
  /** `new Date()` and `Date()` without an argument: the present. */
  readonly presents: readonly Place[];
  /** Functions with the number of their lines. */
  readonly functions: readonly (Place & { readonly length: number })[];
  /** `let` and `var` outside every function. */
  readonly looseVariables: readonly Place[];
  readonly defaultExports: readonly Place[];
}

export function factsOf({ path, text }: File): SourceFacts {
  const kind = /\.[jt]sx$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const place = (node: ts.Node, name = node.getText(source)): Place => ({ name, line: lineOf(node.getStart(source)) });
  const nodes = allNodes(source);
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    identifiers: nodes.filter(ts.isIdentifier).map(node => place(node)),
    members: nodes.filter(isWholeMember).map(node => place(node)),
    presents: nodes.filter(isPresent).map(node => place(node)),
    functions: nodes.filter(isMeasured).map(node => ({
      ...place(node, nameOf(node)),
      length: lineOf(node.end) - lineOf(node.getStart(source)) + 1,
    })),
    looseVariables: source.statements.filter(isLoose).map(node => place(node)),
    defaultExports: nodes.filter(isDefaultExport).map(node => place(node, 'default')),
  };
}

function allNodes(node: ts.Node): ts.Node[] {
  const below: ts.Node[] = [];
  const visit = (child: ts.Node) => {
    below.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return below;
}

function isWholeMember(node: ts.Node): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && !ts.isPropertyAccessExpression(node.parent);
}

function isPresent(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const called = ts.isIdentifier(node.expression) && node.expression.text === 'Date';
  return called && (ts.isCallExpression(node) || !node.arguments || node.arguments.length === 0);
}

/** `describe(…)` only groups tests; it may be as long as its group. */
function isMeasured(node: ts.Node): node is ts.FunctionLikeDeclaration {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return false;
  return !(ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText()));
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return 'a function without a name';
}

function isLoose(node: ts.Statement): boolean {
  return ts.isVariableStatement(node) && (node.declarationList.flags & ts.NodeFlags.Const) === 0;
}

function isDefaultExport(node: ts.Node): boolean {
  return ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword;
}
