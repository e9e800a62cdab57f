import {
  type ASTVisitor,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { fragmentsOf } from '../fragments.ts';
import { unfoldedFields } from './documentSize.ts';

/** Compiling writes every field out; past this it would cost more than it saves. */
const mostFields = 1000;

/**
 * Whether graphql-jit answers an operation exactly as graphql-js does, errors of a query aside. What it does otherwise is left out:
 * - It writes literals into code that it evaluates, and marks dates in them by words that a document could hold as well: an injection.
 *   Numbers that JSON does not know, dates as defaults and variables within literals come out wrong. So values come as variables; of
 *   literals only whole numbers, true, false, null and enum values are taken, of defaults the same without null.
 * - It knows one condition for a fragment, wherever it is spread: no directives.
 * - A mutation that failed does not keep the next ones from running, and errors that meet below one come in another order: one
 *   mutation with nothing below it that could fail by itself.
 * - Names that begin with two underscores may be names of JavaScript's own.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  if (unfoldedFields(operation, fragmentsOf(document)) > mostFields) return false;
  let compilable = true;
  const refuse = () => {
    compilable = false;
    return BREAK;
  };
  const types = new TypeInfo(schema);
  let rootFields = 0;

  const visitor: ASTVisitor = {
    Directive: refuse,
    Argument: ({ value }) => (isPlainLiteral(value) || value.kind === Kind.VARIABLE ? undefined : refuse()),
    VariableDefinition: ({ variable, type, defaultValue }) => {
      if (variable.name.value.startsWith('__')) return refuse();
      if (defaultValue === undefined) return undefined;
      const isPlain = isPlainLiteral(defaultValue) && defaultValue.kind !== Kind.NULL;
      return isPlain && type.kind !== Kind.NON_NULL_TYPE ? undefined : refuse();
    },
    Field: ({ alias }) => {
      if (alias?.value.startsWith('__')) return refuse();
      if (operation.operation !== 'mutation') return undefined;
      if (types.getParentType() === schema.getMutationType()) rootFields += 1;
      else if (types.getFieldDef()?.resolve !== undefined) return refuse();
      return rootFields > 1 ? refuse() : undefined;
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return compilable;
}

function isPlainLiteral({ kind }: ValueNode): boolean {
  return kind === Kind.INT || kind === Kind.BOOLEAN || kind === Kind.ENUM || kind === Kind.NULL;
}
