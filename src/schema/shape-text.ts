/** Makes functions that copy what they are given, of the few keywords of JSON Schema that `flat.ts` comes to. Nothing at run time needs it. */

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

const HELPERS = ['ASTRAY', 'astrayAt', 'copyList', 'copyRecord', 'isInteger', 'isMembers', 'isNumber', 'isText', 'isTextOf', 'isWhole'];

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
    return `import { ${used.join(', ')}, type Members, type Trail } from './walk.ts';\n\n${body}`;
  }

  #resolved(shape: Shape): Shape {
    return shape.$ref === undefined ? shape : this.#shapes[shape.$ref.slice(shape.$ref.lastIndexOf('/') + 1)]!;
  }

  /** A condition on `name` for a shape that is no object and no list; `null` for others. */
  #condition(asked: Shape, name: string): string | null {
    const shape = this.#resolved(asked);
    const { anyOf, type } = shape;
    const several = anyOf ?? (typeof type === 'object' ? type.map((each): Shape => ({ ...shape, type: each })) : null);
    if (several !== null) {
      const parts = several.map((each) => this.#condition(each, name));
      // What is cheapest to see comes first.
      return parts.includes(null) ? null : (parts as string[]).sort((a, b) => a.length - b.length).join(' || ');
    }
    if ('const' in shape) return `${name} === ${JSON.stringify(shape.const)}`;
    if (shape.enum !== undefined) return `${this.#constant(`new Set<unknown>(${JSON.stringify(shape.enum)})`)}.has(${name})`;
    const bounds = `${shape.minimum ?? '-Infinity'}, ${shape.maximum ?? 'Infinity'}`;
    switch (type) {
      case 'string': return shape.pattern === undefined ? `isText(${name})` : `isTextOf(${this.#constant(`/${shape.pattern}/`)}, ${name})`;
      case 'number': return `isNumber(${name}, ${bounds})`;
      case 'integer': return `isInteger(${name}, ${bounds})`;
      case 'boolean': return `typeof ${name} === 'boolean'`;
      case 'null': return `${name} === null`;
      default: return null;
    }
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
    const head = `${exported ? 'export ' : ''}function ${wanted}(value: unknown${lines.some((line) => line.includes('trail')) ? ', trail: Trail' : ''}): unknown {`;
    this.#functions[place] = [head, ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
    return wanted;
  }

  #body(shape: Shape, name: string): string[] {
    const condition = this.#condition(shape, 'value');
    if (condition !== null) return [`return ${condition} ? value : ASTRAY;`];
    if (shape.anyOf !== undefined) return this.#oneOf(shape.anyOf, name);
    if (shape.type === 'array') return [`return copyList(value, trail, ${this.#copier(shape.items!, `${name}Item`)});`];
    if (shape.type !== 'object') return ['return value;'];
    return shape.properties === undefined ? [`return copyRecord(value, trail, ${this.#copier(shape.additionalProperties as Shape, `${name}Value`)});`] : this.#members(shape, name);
  }

  #oneOf(shapes: readonly Shape[], name: string): string[] {
    const lines: string[] = [];
    const plain = shapes.flatMap((each) => this.#condition(each, 'value') ?? []);
    if (plain.length > 0) lines.push(`if (${plain.sort((a, b) => a.length - b.length).join(' || ')}) return value;`);
    const others = shapes.filter((each) => this.#condition(each, 'value') === null).map((each, index) => this.#copier(each, `${name}${index + 1}`));
    others.forEach((copier, index) => {
      if (index === others.length - 1) lines.push(`return ${copier}(value, trail);`);
      else lines.push(`const copy${index} = ${copier}(value, []);`, `if (copy${index} !== ASTRAY) return copy${index};`);
    });
    return lines;
  }

  #members({ properties = {}, required = [] }: Shape, name: string): string[] {
    const keys = Object.entries(properties);
    const optional = keys.map(([key]) => key).filter((key) => !required.includes(key));
    const lines = ['if (!isMembers(value)) return ASTRAY;'];
    const late: string[] = [];
    const first: string[] = [];
    let behind = false;
    keys.forEach(([key, shape], index) => {
      const own = `m${index}`;
      lines.push(`const ${own} = value['${key}'];`);
      const condition = this.#condition(shape, own);
      const isAny = Object.keys(this.#resolved(shape)).length === 0;
      const copier = condition === null && !isAny ? this.#copier(shape, `${name}${key.charAt(0).toUpperCase()}${key.slice(1)}`) : null;
      const fails = copier === null ? condition === null ? null : condition.includes('||') ? `!(${condition})` : condition.startsWith(`${own} ===`) ? condition.replace('===', '!==') : `!${condition}` : `c${index} === ASTRAY`;
      const check = fails === null ? '' : `if (${fails}) return astrayAt(trail, '${key}');`;
      const copied = copier === null ? own : `c${index}`;
      const made = copier === null ? '' : `const ${copied} = ${copier}(${own}, trail);`;
      if (optional.includes(key)) {
        behind = true;
        late.push(`if (${own} !== undefined) {`, ...[made, check, `copy['${key}'] = ${copied};`, 'known++;'].filter((line) => line !== '').map((line) => `  ${line}`), '}');
        return;
      }
      lines.push(...[made, check].filter((line) => line !== ''));
      if (behind) late.push(`copy['${key}'] = ${copied};`);
      else first.push(`${key}: ${copied}`);
    });
    lines.push(`const copy${optional.length > 0 ? ': Members' : ''} = { ${first.join(', ')} };`);
    if (optional.length === 0) return [...lines, `return isWhole(value, ${required.length}) ? copy : ASTRAY;`];
    return [...lines, `let known = ${required.length};`, ...late, `return isWhole(value, known, ${this.#constant(JSON.stringify(optional))}) ? copy : ASTRAY;`];
  }
}

/** A module of functions that copy the shapes, exported by their names. */
export function copiersText(shapes: Readonly<Record<string, Shape>>, exported: Readonly<Record<string, string>>): string {
  return new Writer(shapes).module(exported);
}
