/**
 * Makes functions that copy what they are given, of the few keywords of JSON Schema that `flat.ts` comes to. Nothing at
 * run time needs it.
 */

type Type = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

export interface Shape {
  $ref?: string;
  type?: Type | readonly Type[];
  anyOf?: readonly Shape[];
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  items?: Shape;
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  additionalProperties?: boolean | Shape;
}

/** What the functions may ask of `walk.ts`. */
const HELPERS = [
  'ASTRAY', 'astrayAt', 'copyList', 'copyRecord', 'isInteger', 'isIntegerOrNull', 'isMembers', 'isNumber', 'isNumberOrNull', 'isText', 'isTextOf', 'isTextOfOrNull',
  'isTextOrNull', 'isWhole',
];

/** The shapes of which one is to fit; `null` where it is but one. */
function alternatives(shape: Shape): readonly Shape[] | null {
  const { anyOf, type } = shape;
  return anyOf ?? (typeof type === 'object' ? type.map((each): Shape => ({ ...shape, type: each })) : null);
}

/** What a member has to be told apart by, where it is not what its condition asks for. */
function negated(condition: string): string {
  if (condition.includes(' || ')) return `!(${condition})`;
  return condition.includes(' === ') ? condition.replace(' === ', ' !== ') : `!${condition}`;
}

/** The functions of a module, by the shapes they are for. */
class Writer {
  readonly #shapes: Readonly<Record<string, Shape>>;
  readonly #names = new Map<string, string>();
  readonly #constants: string[] = [];
  readonly #functions: string[] = [];

  constructor(shapes: Readonly<Record<string, Shape>>) {
    this.#shapes = shapes;
  }

  /** @param exported shapes by the names of their functions */
  module(exported: Readonly<Record<string, string>>): string {
    for (const [name, shape] of Object.entries(exported)) this.#copier(this.#shapes[shape]!, name, true);
    const body = [...this.#constants, '', ...this.#functions].join('\n');
    const used = HELPERS.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
    return `import {\n${[...used, 'type Members', 'type Trail'].map((name) => `  ${name},\n`).join('')}} from './walk.ts';\n\n${body}`;
  }

  #resolved(shape: Shape): Shape {
    return shape.$ref === undefined ? shape : this.#shapes[shape.$ref.slice(shape.$ref.lastIndexOf('/') + 1)]!;
  }

  /**
   * A condition on `name` for a shape that is no object and no list; `null` for others.
   *
   * @param or what the value may be besides: nothing, or null
   */
  #condition(asked: Shape, name: string, or: '' | 'OrNull' = ''): string | null {
    const shape = this.#resolved(asked);
    const several = alternatives(shape);
    if (several !== null) return this.#anyOf(several, name);
    if ('const' in shape) return `${name} === ${JSON.stringify(shape.const)}`;
    if (shape.enum !== undefined) {
      const values = or === '' ? shape.enum : [...shape.enum, null];
      return `${this.#constant(`new Set<unknown>(${JSON.stringify(values)})`)}.has(${name})`;
    }
    const bounds = `${shape.minimum ?? '-Infinity'}, ${shape.maximum ?? 'Infinity'}`;
    switch (shape.type) {
      case 'string': {
        if (shape.pattern === undefined) return `isText${or}(${name})`;
        return `isTextOf${or}(${this.#constant(`/${shape.pattern}/`)}, ${name})`;
      }
      case 'number': return `isNumber${or}(${name}, ${bounds})`;
      case 'integer': return `isInteger${or}(${name}, ${bounds})`;
      case 'boolean': return `typeof ${name} === 'boolean'`;
      case 'null': return `${name} === null`;
      default: return null;
    }
  }

  #anyOf(shapes: readonly Shape[], name: string): string | null {
    const [one, other] = shapes;
    if (shapes.length === 2 && other!.type === 'null') return this.#condition(one!, name, 'OrNull');
    const parts = shapes.map((each) => this.#condition(each, name));
    return parts.includes(null) ? null : parts.join(' || ');
  }

  #constant(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = `C${this.#constants.length}`;
    this.#names.set(text, name);
    this.#constants.push(`const ${name} = ${text};`);
    return name;
  }

  /** The name of the function that copies a shape. */
  #copier(asked: Shape, wanted: string, exported = false): string {
    const shape = this.#resolved(asked);
    const key = JSON.stringify(shape);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    this.#names.set(key, wanted);
    const place = this.#functions.push('') - 1;
    const lines = this.#body(shape, wanted);
    const trail = lines.some((line) => line.includes('trail')) ? ', trail: Trail' : '';
    const head = `${exported ? 'export ' : ''}function ${wanted}(value: unknown${trail}): unknown {`;
    this.#functions[place] = [head, ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
    return wanted;
  }

  #body(shape: Shape, name: string): string[] {
    const condition = this.#condition(shape, 'value');
    if (condition !== null) return [`return ${condition} ? value : ASTRAY;`];
    if (shape.anyOf !== undefined) return this.#oneOf(shape.anyOf, name);
    if (shape.type === 'array') return [`return copyList(value, trail, ${this.#copier(shape.items!, `${name}Item`)});`];
    if (shape.type !== 'object') return ['return value;'];
    if (shape.properties !== undefined) return this.#members(shape, name);
    const copier = this.#copier(shape.additionalProperties as Shape, `${name}Value`);
    return [`return copyRecord(value, trail, ${copier});`];
  }

  #oneOf(shapes: readonly Shape[], name: string): string[] {
    const lines: string[] = [];
    const plain = shapes.flatMap((each) => this.#condition(each, 'value') ?? []);
    if (plain.length > 0) lines.push(`if (${plain.join(' || ')}) return value;`);
    const others = shapes.filter((each) => this.#condition(each, 'value') === null);
    const copiers = others.map((each, index) => this.#copier(each, `${name}${index + 1}`));
    copiers.forEach((copier, index) => {
      if (index === copiers.length - 1) lines.push(`return ${copier}(value, trail);`);
      else lines.push(`const copy${index} = ${copier}(value, []);`, `if (copy${index} !== ASTRAY) return copy${index};`);
    });
    return lines;
  }

  #members({ properties = {}, required = [] }: Shape, name: string): string[] {
    const optional = Object.keys(properties).filter((key) => !required.includes(key));
    const lines = ['if (!isMembers(value)) return ASTRAY;'];
    const first: string[] = [];
    const late: string[] = [];
    let open = true;
    Object.entries(properties).forEach(([key, shape], index) => {
      const { read, check, copied } = this.#member(key, shape, index, name);
      lines.push(read);
      if (optional.includes(key)) {
        open = false;
        const inner = [...check, `copy['${key}'] = ${copied};`, 'known++;'];
        late.push(`if (m${index} !== undefined) {`, ...inner.map((line) => `  ${line}`), '}');
        return;
      }
      lines.push(...check);
      if (open) first.push(`  ${key}: ${copied},`);
      else late.push(`copy['${key}'] = ${copied};`);
    });
    const known = required.length;
    if (optional.length === 0) return [...lines, 'const copy = {', ...first, '};', `return isWhole(value, ${known}) ? copy : ASTRAY;`];
    const names = this.#constant(JSON.stringify(optional));
    return [
      ...lines, 'const copy: Members = {', ...first, '};', `let known = ${known};`, ...late,
      `return isWhole(value, known, ${names}) ? copy : ASTRAY;`,
    ];
  }

  /** The lines that read a member and hold it against its shape, and what goes into the copy. */
  #member(key: string, shape: Shape, index: number, name: string): { read: string; check: string[]; copied: string } {
    const own = `m${index}`;
    const read = `const ${own} = value['${key}'];`;
    const condition = this.#condition(shape, own);
    const departs = `return astrayAt(trail, '${key}');`;
    if (condition !== null) return { read, check: [`if (${negated(condition)}) ${departs}`], copied: own };
    const copied = `c${index}`;
    const copier = this.#copier(shape, `${name}${key.charAt(0).toUpperCase()}${key.slice(1)}`);
    const check = [`const ${copied} = ${copier}(${own}, trail);`, `if (${copied} === ASTRAY) ${departs}`];
    return { read, check, copied };
  }
}

/** A module of functions that copy the shapes, exported by their names. */
export function copiersText(
  shapes: Readonly<Record<string, Shape>>,
  exported: Readonly<Record<string, string>>,
): string {
  return new Writer(shapes).module(exported);
}
