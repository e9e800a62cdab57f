import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Viewer } from '../../../domain/access.ts';
import { documentBounds } from '../../bounds.ts';
import type { Variables } from '../complexity.ts';
import type { GraphQLContext } from '../context.ts';
import { fragmentsOf } from '../fragments.ts';
import { rootFieldsOf } from '../rootFields.ts';
import { rememberAdmission } from './admission.ts';
import { isCompilable } from './compilable.ts';
import { variablesFit } from './fittingVariables.ts';

/** An operation of a valid document, ready to be executed again and again. */
export interface PreparedOperation {
  readonly isMutation: boolean;
  readonly isCompiled: boolean;
  admits(viewer: Viewer, variables: Variables): boolean;
  /** A result without `data` means that nothing was executed: the variables do not fit. */
  execute(context: GraphQLContext, variables: Variables): ExecutionResult | Promise<ExecutionResult>;
}

/** Parses and validates a document; null when it is not fit for the fast lane, whatever the reason. */
export function readForLane(schema: GraphQLSchema, query: string): DocumentNode | null {
  try {
    const document = parse(query, { maxTokens: documentBounds.tokens });
    return validate(schema, document, specifiedRules).length === 0 ? document : null;
  } catch {
    // Wrong syntax, or nesting that overflows the parser's stack: Apollo tells.
    return null;
  }
}

/** Prepares one operation of a valid document; null when there is no such query or mutation, or it asks for the schema itself. */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): PreparedOperation | null {
  const operation = getOperationAST(document, operationName);
  if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
  const asksForSchema = rootFieldsOf(operation, fragmentsOf(document)).some(({ name }) =>
    /^__(schema|type)$/.test(name.value),
  );
  if (asksForSchema) return null;
  const compiled = isCompilable(schema, document, operation)
    ? compileQuery(schema, document, operationName ?? '', { disablingCapturingStackErrors: true })
    : null;
  const query = compiled !== null && isCompiledQuery(compiled) ? compiled.query : null;
  const areFit = variablesFit(schema, operation);
  const run: PreparedOperation['execute'] =
    query !== null
      ? (context, variables) => query(undefined, context, variables)
      : (contextValue, variableValues) =>
          execute({ schema, document, contextValue, variableValues, operationName: operationName ?? null });
  return {
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    isCompiled: query !== null,
    admits: rememberAdmission(schema, document, operation),
    execute: (context, variables) => (areFit(variables) ? run(context, variables) : {}),
  };
}
