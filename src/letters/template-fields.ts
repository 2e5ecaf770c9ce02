import Handlebars from "handlebars";

/** One place where a template asks for a field. */
export interface UsedField {
  name: string;
  /** From 1. */
  line: number;
  /** Printed without being made safe for HTML. */
  raw: boolean;
}

/** Every field that a template asks for, whatever for. Throws Handlebars' own error on bad syntax. */
export function fieldsIn(source: string): UsedField[] {
  const visitor = new FieldVisitor();
  visitor.accept(Handlebars.parse(source));
  return visitor.fields;
}

class FieldVisitor extends Handlebars.Visitor {
  readonly fields: UsedField[] = [];

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) {
      const name = "original" in statement.path ? statement.path.original : "";
      this.fields.push({ name, line: statement.loc.start.line, raw: true });
    }
    super.MustacheStatement(statement);
  }

  override PathExpression({ data, parts, loc }: hbs.AST.PathExpression): void {
    if (data) return;
    for (const name of parts) this.fields.push({ name, line: loc.start.line, raw: false });
  }

  /** The name of a partial is a path too, but no field. */
  override PartialStatement({ params, hash }: hbs.AST.PartialStatement): void {
    this.acceptArray(params);
    if (hash !== undefined) this.accept(hash);
  }

  override PartialBlockStatement(statement: hbs.AST.PartialBlockStatement): void {
    this.acceptArray(statement.params);
    if (statement.hash !== undefined) this.accept(statement.hash);
    this.accept(statement.program);
  }
}
